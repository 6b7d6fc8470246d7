import { useFormat } from '../language/use-format.ts';

/** "0.86 (0.82–0.89)", or a dash where there was nothing to measure. */
export function useIntervalWords() {
  const { level } = useFormat();
  return (figure: Figure | undefined): string => {
    if (!figure || figure.value === null) return '–';
    if (figure.low === null || figure.high === null) return level(figure.value);
    return `${level(figure.value)} (${level(figure.low)}–${level(figure.high)})`;
  };
}

interface Figure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
