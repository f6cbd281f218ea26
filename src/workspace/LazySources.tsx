import { lazy } from 'react';

/** Nobody reads all rules before the first finding: the screen loads when it is opened. */
export const Sources = lazy(async () => ({ default: (await import('./Sources')).Sources }));
