import { SECTIONS } from '../chart/types';
import type { Severity } from '../knowledge/vocabulary';
import { severityRank } from './cautions';
import { isOnItsWay } from './on-its-way';
import type { MissingLine } from './presentation';
import type { Missing, Review } from './types';

interface OpenLine {
  missing: Missing;
  hides: Severity | undefined;
  readonly rules: Set<string>;
  readonly drugs: Set<string>;
}

/** What could not be checked, worst first: one line for each missing thing. */
export function missingLines(review: Review): MissingLine[] {
  const lines = new Map<string, OpenLine>();
  const add = (
    missing: Missing,
    rule?: { readonly id: string; readonly severity?: Severity },
    drug?: string,
  ) => {
    // A problem listed twice in the same words is named once.
    const key = missing.kind === 'entry' ? missing.why : missing.key;
    const line = lines.get(key) ?? { missing, hides: undefined, rules: new Set(), drugs: new Set() };
    const severity = rule?.severity;
    if (
      severity !== undefined &&
      (line.hides === undefined || severityRank(severity) < severityRank(line.hides))
    )
      line.hides = severity;
    if (rule !== undefined) line.rules.add(rule.id);
    if (drug !== undefined) line.drugs.add(drug);
    lines.set(key, line);
  };
  for (const { name, notChecked, driving } of review.relaxants) {
    for (const { rule, missing } of notChecked)
      for (const thing of missing) if (thing.kind !== 'answer') add(thing, rule, name);
    for (const thing of driving.notChecked) add(thing, { id: 'X-DRIVE' });
  }
  for (const { rule, missing } of review.redFlagsNotChecked)
    for (const thing of missing) add(thing, { id: rule.id });
  // No rule of dantrolene waits for ALT, but its label asks for liver tests before the first dose.
  if (
    review.completeness.Observation === 'complete' &&
    review.dataGaps.some(({ id }) => id === 'GAP-DAN-ALT')
  )
    add({ key: 'alt_xuln', kind: 'lab', why: 'ALT (none on file)' }, undefined, 'dantrolene');
  // A section that could not be read is said even when no relaxant waits for it.
  for (const section of SECTIONS)
    if (review.completeness[section] !== 'complete' && !lines.has(section)) {
      const why = `${SECTION_WORDS[section]} (${review.completeness[section].replace('-', ' ')})`;
      add({ key: section, kind: 'section', why, waits: review.completeness[section] === 'loading' });
    }
  return [...shareEntries(lines)]
    .map(([key, line]) => ({
      key,
      text: wordsOf(line),
      hides: line.hides,
      rules: [...line.rules],
      waits: isOnItsWay(line.missing, review),
    }))
    .sort((a, b) => hiddenRank(a) - hiddenRank(b));
}

const REASON = / \([^()]*\)$/;

/** Entries left open for one reason share a line: "Syncope, Bradycardia (provisional in the chart)". What hides more stays apart. */
function shareEntries(lines: ReadonlyMap<string, OpenLine>): ReadonlyMap<string, OpenLine> {
  const shared = new Map<string, OpenLine>();
  for (const [key, line] of lines) {
    const [reason] = (line.missing.kind === 'entry' && REASON.exec(key)) || [];
    const place = reason === undefined ? key : `${line.hides}${reason}`;
    const first = shared.get(place);
    if (first === undefined) shared.set(place, line);
    else {
      for (const rule of line.rules) first.rules.add(rule);
      first.missing = { ...first.missing, why: first.missing.why.replace(REASON, () => `, ${key}`) };
    }
  }
  return shared;
}

/** "ALT for tizanidine (none in 3 months)": a lab is missed for the relaxants whose rules wait for it. */
function wordsOf({ missing: { kind, why }, drugs }: OpenLine): string {
  return kind === 'lab' && drugs.size > 0 ? why.replace(' (', ` for ${[...drugs].join(' and ')} (`) : why;
}

const SECTION_WORDS = {
  Condition: 'conditions',
  MedicationRequest: 'medicines',
  AllergyIntolerance: 'recorded allergies',
  Observation: 'labs',
  Procedure: 'procedures',
} as const;

const hiddenRank = (line: MissingLine): number => (line.hides === undefined ? 9 : severityRank(line.hides));
