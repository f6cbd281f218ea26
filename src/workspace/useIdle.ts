import { useCallback, useEffect, useRef, useState } from 'react';
import { idleAt } from '../launch/idle';
import type { Idle } from '../launch/idle';

const CHECK_MS = 5_000;
const USES = ['keydown', 'pointerdown', 'wheel', 'scroll'] as const;

export interface IdleHandle {
  readonly idle: Idle;
  /** The user is back: the time starts anew. */
  readonly unlock: () => void;
}

/** Watches the page for use. A key or click that comes after the limit does not count: the page is locked first. */
export function useIdle(limitMinutes: number, now: () => Date): IdleHandle {
  const [idle, setIdle] = useState<Idle>('active');
  const lastUse = useRef<number>(undefined);
  const locked = useRef(false);

  useEffect(() => {
    lastUse.current ??= now().getTime();
    const look = (): Idle => {
      const found = idleAt(lastUse.current ?? now().getTime(), now().getTime(), limitMinutes);
      if (found === 'locked') locked.current = true;
      setIdle(locked.current ? 'locked' : found);
      return found;
    };
    const use = () => {
      if (locked.current || look() === 'locked') return;
      lastUse.current = now().getTime();
      setIdle('active');
    };
    const timer = setInterval(look, CHECK_MS);
    // A tab in the background has its timers slowed down: look at once when it comes back.
    document.addEventListener('visibilitychange', look);
    for (const name of USES) document.addEventListener(name, use, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      for (const name of USES) document.removeEventListener(name, use, { capture: true });
    };
  }, [limitMinutes, now]);

  const unlock = useCallback(() => {
    locked.current = false;
    lastUse.current = now().getTime();
    setIdle('active');
  }, [now]);
  return { idle, unlock };
}
