import { useEffect, useRef, useState } from 'react';

/** The whole screen, where the browser lets a page have it: asked for at once, given back at the end. Escape, which the browser takes for itself there, leaves. */
export function useFullScreen(onLeave: () => void): { isFull: boolean; toggle: () => void } {
  const [isFull, setIsFull] = useState(false);
  const newest = useRef(onLeave);
  newest.current = onLeave;
  const byButton = useRef(false);
  useEffect(() => {
    let wasFull = false;
    const onChange = () => {
      const full = document.fullscreenElement !== null;
      if (wasFull && !full && !byButton.current) newest.current();
      byButton.current = false;
      wasFull = full;
      setIsFull(full);
    };
    document.addEventListener('fullscreenchange', onChange);
    void enter();
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(ignore);
    };
  }, []);
  const toggle = () => {
    if (document.fullscreenElement === null) return void enter();
    byButton.current = true;
    void document.exitFullscreen().catch(ignore);
  };
  return { isFull, toggle };
}

/** Refused where nobody has just pressed anything; the button asks again. */
async function enter(): Promise<void> {
  await document.documentElement.requestFullscreen?.().catch(ignore);
}

const ignore = () => undefined;
