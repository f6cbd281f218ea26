import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  CONDITION_TOKENS,
  DRUG_IDS,
  MEDICINE_CLASSES,
  RED_FLAG_GROUPS,
} from '../../src/knowledge/vocabulary';
import { plainWords } from '../../src/terminology/words';
import { readValueSets } from '../../tools/value-sets';
import { TOKENS, groupsOfMedicine, medicine, terminology } from './recognised';

const FOLDER = new URL('../../fhir/ValueSet/', import.meta.url);
/** Names and words that no code system holds. */
const NAMES_ONLY = [
  'https://backsafe.example/fhir/CodeSystem/medicine-names',
  'https://backsafe.example/fhir/CodeSystem/condition-words',
];
const SYSTEMS = new Set([
  'http://www.nlm.nih.gov/research/umls/rxnorm',
  'http://snomed.info/sct',
  'http://www.whocc.no/atc',
  'http://hl7.org/fhir/sid/icd-10-cm',
  'http://hl7.org/fhir/sid/icd-10',
  'http://hl7.org/fhir/sid/icd-9-cm',
  ...NAMES_ONLY,
]);

interface Part {
  readonly id: string;
  readonly system: string;
  readonly concept?: readonly {
    readonly code: string;
    readonly display: string;
    readonly designation?: readonly { readonly value: string }[];
  }[];
  readonly filter?: readonly { readonly property: string; readonly op: string; readonly value: string }[];
}

interface ValueSet {
  readonly resourceType: string;
  readonly id: string;
  readonly url: string;
  readonly identifier: readonly { readonly value: string }[];
  readonly version: string;
  readonly name: string;
  readonly title: string;
  readonly status: string;
  readonly experimental: boolean;
  readonly date: string;
  readonly publisher: string;
  readonly description: string;
  readonly purpose: string;
  readonly copyright: string;
  readonly compose?: { readonly include: readonly Part[]; readonly exclude?: readonly Part[] };
}

const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const SETS = FILES.map((file) => {
  // Written by us, read by us: the tests below hold its shape.
  const set = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as ValueSet;
  return { file, set, parts: [...(set.compose?.include ?? []), ...(set.compose?.exclude ?? [])] };
});
const tokenOf = ({ identifier }: ValueSet) => identifier[0]?.value ?? '';

describe('every word of the rules', () => {
  it.each([...DRUG_IDS, ...MEDICINE_CLASSES, ...CONDITION_TOKENS, ...RED_FLAG_GROUPS])(
    '%s has one ValueSet',
    (token) => {
      expect(SETS.filter(({ set }) => tokenOf(set) === token)).toHaveLength(1);
      expect(TOKENS).toContain(token);
    },
  );

  it('and no ValueSet stands for a word that no rule knows', () => {
    const words = new Set<string>([
      ...DRUG_IDS,
      ...MEDICINE_CLASSES,
      ...CONDITION_TOKENS,
      ...RED_FLAG_GROUPS,
    ]);
    expect(SETS.map(({ set }) => tokenOf(set)).filter((token) => !words.has(token))).toEqual([]);
  });
});

describe.each(SETS.map((entry) => [entry.file, entry] as const))('%s', (file, { set, parts }) => {
  it('is a ValueSet of FHIR R4, named after its file', () => {
    expect(set.resourceType).toBe('ValueSet');
    expect(`${set.id}.json`).toBe(file);
    expect(set.id).toMatch(/^[A-Za-z0-9\-.]{1,64}$/);
    expect(set.url).toBe(`https://backsafe.example/fhir/ValueSet/${set.id}`);
    expect(set.name).toMatch(/^[A-Z]([A-Za-z0-9_]){0,254}$/);
    expect(['draft', 'active', 'retired', 'unknown']).toContain(set.status);
    expect(set.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const text of [set.title, set.version, set.publisher, set.description, set.purpose, set.copyright])
      expect(text.trim()).not.toBe('');
  });

  it('names the owner of every code system that it takes codes from', () => {
    const owners: Readonly<Record<string, RegExp>> = {
      'http://www.nlm.nih.gov/research/umls/rxnorm': /National Library of Medicine/,
      'http://snomed.info/sct': /SNOMED International.*CC BY 4\.0/,
      'http://www.whocc.no/atc': /WHO Collaborating Centre/,
      'http://hl7.org/fhir/sid/icd-10-cm': /ICD-10-CM/,
      'http://hl7.org/fhir/sid/icd-10': /ICD-10: WHO|ICD-10 \(WHO\)/,
      'http://hl7.org/fhir/sid/icd-9-cm': /ICD-9-CM/,
    };
    for (const { system } of parts) {
      expect(SYSTEMS).toContain(system);
      const owner = owners[system];
      if (owner !== undefined) expect(set.copyright).toMatch(owner);
    }
  });

  it('lists each code once, with its name', () => {
    const codes = parts.flatMap(({ system, concept }) =>
      (concept ?? []).map(({ code }) => `${system}|${code}`),
    );
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
    for (const { concept } of parts)
      for (const { code, display, designation } of concept ?? []) {
        expect(code.trim()).toBe(code);
        expect(code).not.toBe('');
        expect(display.trim()).not.toBe('');
        const names = (designation ?? []).map(({ value }) => plainWords(value));
        expect(names.filter((name, at) => name === '' || names.indexOf(name) !== at)).toEqual([]);
      }
  });

  it('holds concepts or one filter in each part, never both (R4 vsd-3)', () => {
    for (const { concept, filter } of parts) {
      expect((concept === undefined) === (filter === undefined)).toBe(false);
      for (const { property, op, value } of filter ?? []) {
        expect([property, op]).toEqual(['code', 'regex']);
        const prefixes = /^\((.+)\)\.\*$/.exec(value)?.[1]?.split('|') ?? [];
        expect(prefixes.filter((prefix, at) => prefixes.indexOf(prefix) !== at)).toEqual([]);
        for (const prefix of prefixes) expect(prefix).toMatch(/^[A-Z0-9]{1,7}(\\\.[A-Z0-9]{1,4})?$/);
      }
    }
  });

  it('that has names only says so: experimental, and in its description', () => {
    const coded = parts.some(
      ({ system, concept, filter }) =>
        !NAMES_ONLY.includes(system) && (filter !== undefined || (concept ?? []).length > 0),
    );
    if (!coded) {
      expect(set.experimental).toBe(true);
      expect(set.description).toMatch(/\b(by|and by) (names?|words) only/);
    }
  });
});

describe('every code that is listed means what its ValueSet says', () => {
  const sets = readValueSets(FOLDER.pathname);

  it('a product of a class is found by its code or by its own name', () => {
    const lost: string[] = [];
    for (const { token, kind, rxnorm } of sets)
      for (const { code, display, part } of rxnorm) {
        if (kind !== 'medicine' || part === 'not-take-home') continue;
        if (part === 'brands' && groupsOfMedicine([], [display]).includes(token)) continue;
        if (groupsOfMedicine([`RxNorm ${code}`], [display]).includes(token)) continue;
        lost.push(`${token}: ${code} ${display}`);
      }
    expect(lost).toEqual([]);
  });

  it('a product of a relaxant is found by its code alone, and one that is not taken home is set aside', () => {
    const lost: string[] = [];
    for (const { token, kind, rxnorm } of sets)
      for (const { code, display, part } of rxnorm) {
        if (kind !== 'relaxant') continue;
        const match = medicine([`RxNorm ${code}`], part === 'not-take-home' ? [display] : []);
        const found = match.relaxants.some(
          ({ group }) => group === token || group.startsWith('cyclobenzaprine'),
        );
        if (part === 'not-take-home' ? match.relaxants.length > 0 && /\d/.test(display) : !found)
          lost.push(`${token}: ${code} ${display} (${part})`);
      }
    expect(lost).toEqual([]);
  });

  it('a SNOMED CT code of a condition is in its group', () => {
    for (const { token, kind, snomed } of sets)
      if (kind === 'condition')
        for (const code of snomed)
          expect(
            terminology
              .recogniseCondition({ codings: [{ system: 'snomed', code }], names: [] })
              .groups.map(({ group }) => group),
          ).toContain(token);
  });

  it('a prefix is in its group, and one that is out is not', () => {
    const systems = { 'icd-10-cm': 'icd10cm', 'icd-10': 'icd10', 'icd-9-cm': 'icd9cm' } as const;
    const wrong: string[] = [];
    for (const { token, kind, prefixes } of sets)
      for (const name of ['icd-10-cm', 'icd-9-cm'] as const)
        for (const marked of kind === 'condition' ? prefixes[name] : []) {
          const out = marked.startsWith('!');
          const code = marked.replace('!', '');
          const groups = terminology
            .recogniseCondition({ codings: [{ system: systems[name], code }], names: [] })
            .groups.map(({ group }) => group);
          // The healing fracture needs the 7th character, which no prefix holds.
          if (token === 'vertebral_fracture_healing') continue;
          if (groups.includes(token) === out) wrong.push(`${token}: ${name} ${marked}`);
        }
    expect(wrong).toEqual([]);
  });
});
