import { Interactions } from './interactions.ts';
import { pagePattern } from './page-pattern.ts';
import { Shifts } from './shifts.ts';

/** Measures the document and tells the server once, when it is first left: numbers and the pattern of the page it began on, no more. */
export function reportVitals(): void {
  if (begun || typeof PerformanceObserver === 'undefined') return;
  begun = true;
  const page = pagePattern(location.pathname);
  const interactions = new Interactions();
  const shifts = new Shifts();
  let lcp: number | undefined;
  observe('largest-contentful-paint', ({ startTime }) => {
    lcp = startTime;
  });
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as LayoutShift;
    if (!hadRecentInput) shifts.add({ at: entry.startTime, score: value });
  });
  for (const type of ['event', 'first-input'])
    observe(type, (entry) => interactions.add((entry as EventEntry).interactionId ?? 0, entry.duration));
  const tell = () => {
    if (document.visibilityState !== 'hidden') return;
    removeEventListener('visibilitychange', tell, true);
    const { value: cls } = shifts;
    const inp = interactions.value;
    navigator.sendBeacon('/vitals', JSON.stringify({ page, lcp, inp, ttfb: firstByte(), cls }));
  };
  addEventListener('visibilitychange', tell, true);
}

let begun = false;

function observe(type: string, each: (entry: PerformanceEntry) => void): void {
  // A browser that does not measure it has nothing to tell.
  if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(each));
  observer.observe({ type, buffered: true, ...(type === 'event' ? { durationThreshold: 16 } : {}) });
}

function firstByte(): number | undefined {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation && Math.max(0, navigation.responseStart);
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

interface EventEntry extends PerformanceEntry {
  readonly interactionId?: number;
}
