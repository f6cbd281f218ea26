import type { SourceKind } from '../rule';

/** What kind of source it is; a label weighs more than a reference that tells of one. */
export const SOURCE_KIND_NAMES: Readonly<Record<SourceKind, string>> = {
  label: 'label',
  regulator: 'regulator',
  guideline: 'guideline',
  study: 'study',
  law: 'law',
  reference: 'reference',
  measure: 'quality measure',
};
