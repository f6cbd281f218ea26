import type { DrivingTier } from './vocabulary';

export const DRIVING_WORDS: Readonly<
  Record<DrivingTier, { readonly word: string; readonly tooltip: string }>
> = {
  D0: { word: 'Check yourself', tooltip: 'Little effect in most people; still not if sleepy or dizzy.' },
  D1: { word: 'Wait and see', tooltip: 'No driving until the effect is known.' },
  D2: { word: 'Not yet', tooltip: 'No driving until the dose is stable and the patient clear-headed.' },
  D3: { word: 'No', tooltip: 'No driving while taking it.' },
};
