import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';

/** The pauses that a busy EHR asks for, and how long the longest of them still lasts. */
export interface Pauses {
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds since 1970; undefined while nothing waits. */
  readonly until: () => number | undefined;
  readonly subscribe: (changed: () => void) => () => void;
}

export function createPauses(now: () => Date): Pauses {
  const ends = new Set<{ readonly at: number }>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    wait: async (milliseconds) => {
      const end = { at: now().getTime() + milliseconds };
      ends.add(end);
      tell();
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      ends.delete(end);
      tell();
    },
    until: () => (ends.size === 0 ? undefined : Math.max(...[...ends].map(({ at }) => at))),
    subscribe: (changed) => {
      listeners.add(changed);
      return () => {
        listeners.delete(changed);
      };
    },
  };
}

interface Props {
  readonly pauses: Pauses;
  readonly now: () => Date;
}

/** Counts down while a busy EHR (429, 503) makes the reading wait, so that nobody takes the pause for a hang. */
export function SlowDown({ pauses, now }: Props): ReactElement | null {
  const until = useSyncExternalStore(pauses.subscribe, pauses.until);
  const [, tick] = useState(0);
  useEffect(() => {
    if (until === undefined) return undefined;
    const timer = setInterval(() => {
      tick((count) => count + 1);
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, [until]);
  if (until === undefined) return null;
  const seconds = Math.max(1, Math.ceil((until - now().getTime()) / 1_000));
  return <>The EHR is busy and asked to slow down. Trying again in {seconds} s.</>;
}
