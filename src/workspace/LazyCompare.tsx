import { lazy } from 'react';

const sheet = () => import('./CompareSheet');
export const preloadCompare = (): void => {
  sheet().catch(() => undefined);
};

export const CompareSheet = lazy(async () => ({ default: (await sheet()).CompareSheet }));
