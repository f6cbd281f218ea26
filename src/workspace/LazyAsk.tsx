import { lazy } from 'react';

/** Asking comes after reading. */
const ask = () => import('./AskSheet');
export const preloadAsk = (): void => {
  ask().catch(() => undefined);
};

export const AskSheet = lazy(async () => ({ default: (await ask()).AskSheet }));
export const AskedState = lazy(async () => ({ default: (await ask()).AskedState }));
