import { useEffect, useState } from 'react';

/** The clock, once a minute: the strip says when a reading gets old. */
export function useMinute(now: () => Date): Date {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => {
      setTime(now());
    }, 60_000);
    return () => {
      clearInterval(timer);
    };
  }, [now]);
  return time;
}
