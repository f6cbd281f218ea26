import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalSystem } from '../../src/terminology/systems';
import type { Coding } from '../../src/terminology/systems';
import { terminology } from './recognised';

const FOLDER = new URL('../../fhir/samples/', import.meta.url);

interface Entry {
  readonly resourceType: string;
  readonly code?: Concept;
  readonly medicationCodeableConcept?: Concept;
}
interface Concept {
  readonly coding?: readonly {
    readonly system?: string;
    readonly code?: string;
    readonly display?: string;
  }[];
}

/** Every coding of a kind of resource in the sample charts, once, with the name written beside it. */
function codings(...kinds: readonly string[]): readonly Coding[] {
  const found = new Map<string, Coding>();
  for (const file of readdirSync(FOLDER)) {
    const bundle = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as {
      readonly entry: readonly { readonly resource: Entry }[];
    };
    for (const { resource } of bundle.entry)
      if (kinds.includes(resource.resourceType))
        for (const { system, code = '', display = '' } of (
          resource.medicationCodeableConcept ?? resource.code
        )?.coding ?? [])
          found.set(`${system ?? ''}|${code}`, { system: canonicalSystem(system), code, display });
  }
  return [...found.values()];
}

const MEDICINES = codings('MedicationRequest', 'Medication').filter(({ system }) => system === 'rxnorm');
const PROBLEMS = codings('Condition').filter(({ system }) => system === 'icd10cm' || system === 'snomed');

describe('a medicine of the sample charts', () => {
  it.each(MEDICINES.map((coding) => [coding.display ?? '', coding] as const))(
    '%s means the same by its code and by its name',
    (name, coding) => {
      const both = terminology.recogniseMedication({ codings: [coding], names: [name], routeTexts: [] });
      const byName = terminology.recogniseMedication({ codings: [], names: [name], routeTexts: [] });
      const groups = ({ groups: classes, relaxants }: typeof both) =>
        [...classes, ...relaxants].map(({ group }) => group).sort();
      expect(both.recognition).not.toBe('not-recognised');
      expect(both.ingredients.length).toBeGreaterThan(0);
      expect([...both.ingredients].sort()).toEqual([...byName.ingredients].sort());
      expect(groups(both)).toEqual(groups(byName));
    },
  );
});

describe('a problem of the sample charts', () => {
  it.each(PROBLEMS.map((coding) => [`${coding.code} ${coding.display ?? ''}`, coding] as const))(
    '%s is found by its name wherever it is found by its code',
    (_, coding) => {
      const groups = (codes: readonly Coding[], names: readonly string[]) =>
        terminology.recogniseCondition({ codings: codes, names }).groups.map(({ group }) => group);
      const byName = groups([], [coding.display ?? '']);
      expect(groups([coding], []).filter((group) => !byName.includes(group))).toEqual([]);
    },
  );

  it('stands in the charts in both code systems', () => {
    expect(MEDICINES.length).toBeGreaterThan(20);
    expect(new Set(PROBLEMS.map(({ system }) => system))).toEqual(new Set(['icd10cm', 'snomed']));
  });
});
