import { useEffect, useState } from 'react';

/** The value once it has rested: dragging through a colour picker or along a slider asks once. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const due = setTimeout(() => setSettled(value), 150);
    return () => clearTimeout(due);
  }, [value]);
  return settled;
}
