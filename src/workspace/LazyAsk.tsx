import { lazy } from 'react';

/** Asking comes after reading. */
const ask = () => import('./AskSheet');
const asked = () => import('./AskedState');
export const preloadAsk = (): void => {
  Promise.all([ask(), asked()]).catch(() => undefined);
};

export const AskSheet = lazy(async () => ({ default: (await ask()).AskSheet }));
export const AskedState = lazy(async () => ({ default: (await asked()).AskedState }));
export const AskedCount = lazy(async () => ({ default: (await asked()).AskedCount }));
