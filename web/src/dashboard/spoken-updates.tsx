import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../language/use-format.ts';
import { metricWords, valueWords } from './metric-words.ts';
import type { TileSeries } from './tile-series.ts';

/** Says which tiles changed, politely and every five seconds at most: a running import changes them many times a second. */
export function SpokenUpdates({ tiles }: { tiles: readonly TileSeries[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [said, setSaid] = useState({ values: valuesOf(tiles), words: '' });
  const changed = valuesOf(tiles).some((value, index) => value !== said.values[index]);
  const newest = useRef(tiles);
  newest.current = tiles;

  useEffect(() => {
    if (!changed) return;
    const timer = setTimeout(() => {
      const words = newest.current.flatMap((tile, index) => {
        const value = tile.shown?.value ?? null;
        if (value === null || value === said.values[index]) return [];
        return [`${metricWords(t, tile)}: ${valueWords(format, tile.name, value)}`];
      });
      setSaid({ values: valuesOf(newest.current), words: words.join('. ') });
    }, 5000);
    return () => clearTimeout(timer);
  }, [changed, said, t, format]);

  return (
    <p aria-live="polite" className="sr-only">
      {said.words}
    </p>
  );
}

function valuesOf(tiles: readonly TileSeries[]): (number | null)[] {
  return tiles.map((tile) => tile.shown?.value ?? null);
}
