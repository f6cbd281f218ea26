import tables from 'virtual:terminology-tables';
import { createTerminology } from '../../src/terminology/recogniser';
import type { CodeSystem, Coding } from '../../src/terminology/systems';
import type { MedicationMatch } from '../../src/terminology/types';

/** The recogniser of the app, on the tables of the app. */
export const terminology = createTerminology(tables);

/** Every token that the tables know: rows that name another one would pass for nothing. */
export const TOKENS: ReadonlySet<string> = new Set(tables.groups.split(' '));

const SYSTEMS: Readonly<Record<string, CodeSystem>> = {
  'ICD-10-CM': 'icd10cm',
  'ICD-10': 'icd10',
  'ICD-9-CM': 'icd9cm',
  SNOMED: 'snomed',
  RxNorm: 'rxnorm',
  NDC: 'ndc',
  ATC: 'atc',
};

/** `ICD-10-CM I25.2` as a coding; throws on a system that the tests do not know. */
export function coding(written: string): Coding {
  const at = written.lastIndexOf(' ');
  const system = SYSTEMS[written.slice(0, at)];
  if (system === undefined) throw new Error(`${written}: unknown system`);
  return { system, code: written.slice(at + 1) };
}

/** Groups of a problem-list entry, sorted. */
export function groupsOfCondition(codes: readonly string[], ...names: string[]): readonly string[] {
  return terminology
    .recogniseCondition({ codings: codes.map(coding), names })
    .groups.map(({ group }) => group)
    .sort();
}

/** What a medicine entry is taken for; `directions` are its route and sig texts. */
export function medicine(
  codes: readonly string[],
  names: readonly string[],
  ...directions: string[]
): MedicationMatch {
  return terminology.recogniseMedication({ codings: codes.map(coding), names, routeTexts: directions });
}

/** Classes and relaxants of a medicine, sorted. */
export function groupsOfMedicine(
  codes: readonly string[],
  names: readonly string[],
  ...directions: string[]
): readonly string[] {
  const { groups, relaxants } = medicine(codes, names, ...directions);
  return [...groups, ...relaxants].map(({ group }) => group).sort();
}
