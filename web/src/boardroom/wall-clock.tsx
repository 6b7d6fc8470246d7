import { useEffect, useState } from 'react';
import { useFormat } from '../language/use-format.ts';

/** The time of day, to the minute. */
export function WallClock() {
  const format = useFormat();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), minute - (now.getTime() % minute) + 50);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <time dateTime={now.toISOString()} className="font-medium text-ink tabular-nums">
      {format.time(now)}
    </time>
  );
}

const minute = 60_000;
