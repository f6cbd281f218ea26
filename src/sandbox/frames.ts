/**
 * What EHRs let an app do in their frame, as the SMART launcher writes it:
 * https://github.com/smart-on-fhir/smart-launcher-v2/pull/41
 */
const RIGHTS =
  'allow-forms allow-modals allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts allow-downloads';

const NO_DIALOGS = 'allow-modals';
const NO_WINDOWS = 'allow-popups allow-popups-to-escape-sandbox';
const NO_DOWNLOADS = 'allow-downloads';

/** Frames that give an app less, or ask nothing of it: a label and the rights that are missing. */
export const FRAMES = {
  'no-dialogs': { label: 'No printing', without: NO_DIALOGS },
  'no-windows': { label: 'No new windows', without: NO_WINDOWS },
  'no-downloads': { label: 'No downloads', without: NO_DOWNLOADS },
  strict: {
    label: 'No printing, no new windows',
    without: `${NO_DIALOGS} ${NO_WINDOWS} ${NO_DOWNLOADS} allow-pointer-lock`,
  },
  'no-origin': { label: 'No origin of its own', without: 'allow-same-origin' },
  'no-scripts': { label: 'No scripts', without: 'allow-scripts' },
  open: { label: 'No sandbox', without: undefined },
} as const;

export type FrameName = keyof typeof FRAMES;

/** The frame's `sandbox` attribute with a space before it; nothing for a frame without one. */
export function sandboxAttribute(name: FrameName | undefined): string {
  const missing: string | undefined = name === undefined ? '' : FRAMES[name].without;
  if (missing === undefined) return '';
  const without = missing.split(' ');
  return ` sandbox="${RIGHTS.split(' ')
    .filter((right) => !without.includes(right))
    .join(' ')}"`;
}
