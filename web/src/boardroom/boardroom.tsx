import { useEffect, useMemo, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { Page } from '../controls/page.tsx';
import { LiveIndicator } from '../dashboard/live-indicator.tsx';
import { isSignedOut } from '../graph/failure.ts';
import { SessionEnded } from '../session/session-ended.tsx';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { placeOf, type Rotation, type RotationStep, rotate, secondsFrom } from './rotation.ts';
import { slidesOf } from './slides.ts';
import type { Snapshot } from './snapshot.ts';
import { useBoardroomNumbers } from './use-boardroom-numbers.ts';
import { useFullScreen } from './use-full-screen.ts';
import { useScreenAwake } from './use-screen-awake.ts';
import { useWallKeys } from './use-wall-keys.ts';
import { WallBanner } from './wall-banner.tsx';
import { WallClock } from './wall-clock.tsx';
import { WallControls } from './wall-controls.tsx';
import { WallSlide } from './wall-slide.tsx';

/** The dashboard's numbers one after the other, to be read across a room, with or without a network. */
export function Boardroom({ snapshot }: { snapshot: Snapshot | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const { data, live, error, isSignedOut: isNobody } = useBoardroomNumbers(snapshot);
  const slides = useMemo(() => slidesOf(data?.metrics ?? []), [data]);
  const ids = useMemo(() => slides.map(({ id }) => id), [slides]);
  const [rotation, step] = useReducer((now: Rotation, next: RotationStep) => rotate(now, next, ids), {
    shown: null,
    paused: false,
  });
  const leave = () => void navigate('/');
  const screen = useFullScreen(leave);
  useScreenAwake();
  useShownMeasure(slides.length > 0);
  useWallKeys({ onStep: step, onFullScreen: screen.toggle, onLeave: leave });
  useTurns(rotation, ids.length > 1, secondsFrom(address.get('every')), step);
  useEffect(() => {
    document.title = `${t('boardroom.title')} · ${t('productName')}`;
  }, [t]);

  if (isNobody || (data === undefined && isSignedOut(error))) return <Navigate to="/sign-in?next=/boardroom" replace />;
  const at = placeOf(rotation, ids);
  const slide = slides[at];
  if (slide === undefined) return <NothingOnTheWall error={error} isAnswered={data !== undefined} />;
  return (
    <main className="flex h-dvh min-h-110 flex-col gap-[2vh] overflow-hidden bg-paper px-[4vw] py-[3vh]">
      <header className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 text-[max(0.875rem,2.2vmin)]">
        <h1 className="font-strong text-ink">{data?.viewer?.company.name}</h1>
        <span className="flex items-center gap-[2vw]">
          <LiveIndicator state={live} size="text-[max(0.875rem,2.2vmin)]" />
          <WallClock />
        </span>
      </header>
      <WallBanner live={live} />
      <section
        aria-roledescription={t('boardroom.slide')}
        aria-label={t('boardroom.place', { place: at + 1, count: slides.length })}
        aria-live={rotation.paused ? 'polite' : 'off'}
        className="grid min-h-0 flex-1"
      >
        <WallSlide key={slide.id} slide={slide} />
      </section>
      <WallControls
        at={at}
        count={slides.length}
        paused={rotation.paused}
        isFull={screen.isFull}
        onStep={step}
        onFullScreen={screen.toggle}
        onLeave={leave}
      />
      <SessionEnded email={data?.viewer?.member?.email ?? null} companyId={data?.viewer?.company.id ?? null} />
    </main>
  );
}

/** One timer, begun anew with every slide, so that whoever steps by hand has the whole time for what came. */
function useTurns(
  { shown, paused }: Rotation,
  turns: boolean,
  seconds: number,
  step: (step: RotationStep) => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the slide that is shown is what begins the time anew
  useEffect(() => {
    if (paused || !turns) return;
    const timer = setTimeout(() => step({ kind: 'by', places: 1 }), seconds * 1000);
    return () => clearTimeout(timer);
  }, [shown, paused, turns, seconds, step]);
}

/** For whoever measures (User Timing): from opening the page to the first number. */
function useShownMeasure(isShown: boolean): void {
  useEffect(() => {
    if (isShown) performance.measure('boardroom-shown', 'boardroom-opened');
  }, [isShown]);
}

function NothingOnTheWall({ error, isAnswered }: { error: unknown; isAnswered: boolean }) {
  const { t } = useTranslation();
  return (
    <main>
      <Page title={t('boardroom.title')} above={[{ to: '/', label: t('dashboard.title') }]}>
        {error !== undefined && <FailureNote error={error} />}
        {error === undefined && !isAnswered && <Loading />}
        {error === undefined && isAnswered && <Empty title={t('dashboard.empty.title')}>{t('boardroom.empty')}</Empty>}
      </Page>
    </main>
  );
}
