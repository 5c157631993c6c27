import { useEffect, useState } from 'react';

const pauseMilliseconds = 250;

/** A value once it has stopped changing for a moment: what somebody types, without a question per letter. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
