import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asText } from '../../src/handout/as-text';
import { compose, whole } from '../../src/handout/compose';
import { ENGLISH } from '../../src/handout/content/en';
import { SPANISH } from '../../src/handout/content/es';
import { fullName } from '../../src/handout/medicine-names';
import type { HandoutDocument, HandoutInput } from '../../src/handout/model';
import { hasOwnLine } from '../../src/handout/rule-lines';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';
import { HANDOUT_SIGN_OFFS } from '../../src/knowledge/sign-offs';
import type { Review } from '../../src/review/types';
import { PAPER_CASES } from './paper-cases';
import { pools, printedStrings, readUnits, sentencesOf, withoutNames } from './reading-level';
import { fernandezHuerta, spanishSyllables, spanishWords, szigriszt } from './reading-ease-spanish';
import { ALL_DRUGS, relaxantChart } from './relaxant-charts';
import { AS_OF, evidence, hit, input, other, relaxant, review } from './review-factory';
import { reviewed, sampleReviews } from './sample-papers';

/** English of every sentence as it was when its Spanish was written. */
const TRANSLATED_FROM = JSON.parse(
  readFileSync(new URL('translated-from.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

/** Not translated one by one: settings of the language, and words that never print. */
const OWN = /^(language|direction|decimal|listAnd|listOr|dates|privateWords|ruleLines)\b|^how\.dryMouth/;

function leaves(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return OWN.test(path) ? [] : [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, path === '' ? key : `${path}.${key}`));
}

const ruleTexts = [
  ...CAUTION_RULES.filter(hasOwnLine).map(({ id, patient }) => [`rule.${id}`, patient] as const),
  ...Object.entries(ENGLISH.ruleLines).map(([id, line]) => [`rule.${id}`, line] as const),
];
const english: readonly (readonly [string, string])[] = [...leaves(ENGLISH), ...ruleTexts];
const spanish = new Map([
  ...leaves(SPANISH),
  ...Object.entries(SPANISH.ruleLines).map(([id, line]) => [`rule.${id}`, line] as const),
]);

const everyCaution = (ingredient: string, medicineClass: string): Review => {
  const partner = other('MedicationRequest/partner', [ingredient], [medicineClass]);
  const found = [evidence(partner.reference, ingredient)];
  const cautions = CAUTION_RULES.filter(({ patient }) => patient !== '').map((of) => hit(of, found));
  return review({ relaxants: [relaxant('cyclobenzaprine_ir', { cautions })], otherMedicines: [partner] });
};

const cases: readonly (readonly [string, HandoutInput])[] = [
  ...Object.entries(PAPER_CASES),
  ...sampleReviews().map(([name, of]) => [name, input(of)] as const),
  ...ALL_DRUGS.map((drug) => [drug, input(reviewed(relaxantChart([drug], AS_OF), AS_OF))] as const),
  ['every caution', input(everyCaution('oxycodone', 'opioid'))],
  ['every caution, partner not named', input(everyCaution('sertraline', 'ssri'))],
];

const inSpanish = (of: HandoutInput) => compose({ ...of, text: SPANISH });
const withAllLines = (of: HandoutInput): HandoutInput => ({
  ...of,
  choices: {
    ...of.choices,
    lines: Object.fromEntries(compose(of).lines.map(({ id }) => [id, true])),
  },
});
const papers = cases.flatMap(([name, of]) =>
  [of, withAllLines(of)].map((each) => ({ name, of: each, handout: inSpanish(each) })),
);

const faults = (
  fault: (handout: HandoutDocument, of: HandoutInput) => readonly string[],
): readonly string[] =>
  papers.flatMap(({ name, of, handout }) => fault(handout, of).map((words) => `${name}: ${words}`));

const namesOn = ({ review: { patient, otherMedicines } }: HandoutInput): readonly string[] => [
  ...Object.values(SPANISH.medicine.names),
  ...Object.values(SPANISH.medicine.brands),
  ...otherMedicines.map((medicine) => fullName(medicine, SPANISH)),
  ...(patient.name === undefined ? [] : [patient.name]),
];

describe('the Spanish of the handout, sentence by sentence', () => {
  it('has a sentence for each English one, and none more', () => {
    expect([...spanish.keys()].sort()).toEqual(english.map(([path]) => path).sort());
    expect([...spanish.values()].filter((line) => line.trim() === '')).toEqual([]);
  });

  it('was written from the English that stands now: change the Spanish with it, then translated-from.json', () => {
    const now = Object.fromEntries(english);
    expect(Object.keys(now).filter((path) => now[path] !== TRANSLATED_FROM[path])).toEqual([]);
    expect(Object.keys(TRANSLATED_FROM).filter((path) => now[path] === undefined)).toEqual([]);
  });

  it('asks for the same names, has the same numbers, and stresses as often', () => {
    const marks = (line: string) => [
      [...new Set(line.match(/\{\w+\}/g))].sort().join(),
      (line.match(/\d+(?:\.\d+)?/g) ?? []).sort().join(),
      line.split('**').length,
    ];
    for (const [path, line] of english)
      expect([path, ...marks(spanish.get(path) ?? '')]).toEqual([path, ...marks(line)]);
  });

  it('leaves out the name of a private medicine wherever the English does', () => {
    const [pattern] = SPANISH.mix.unnamed.map((form) => form.pattern);
    const [englishPattern] = ENGLISH.mix.unnamed.map((form) => form.pattern);
    for (const [path, line] of ruleTexts)
      expect([path, spanish.get(path)?.includes(pattern ?? '')]).toEqual([
        path,
        line.includes(englishPattern ?? ''),
      ]);
  });

  it('awaits the sign-off of a clinician and a translator in the knowledge, which paper does not print', () => {
    expect(HANDOUT_SIGN_OFFS[SPANISH.language]?.state).toBe('awaiting');
    expect(papers.flatMap(({ handout }) => printedStrings(handout)).join(' ')).not.toMatch(
      /traductor|borrador|translator|draft/i,
    );
  });
});

describe('the Spanish paper', () => {
  it('has the same lines as the English one, each on the same page and switched alike', () => {
    const told = ({ lines }: HandoutDocument) => lines.map(({ id, group }) => `${id} ${group}`);
    for (const { of, handout } of papers) expect(told(handout)).toEqual(told(compose(of)));
  });

  it('is fairly easy or easier to read (INFLESZ 65, Fernández Huerta 75), in every part', () => {
    const hard = faults((handout, of) =>
      ([1, 2] as const).flatMap((page) =>
        pools(
          handout.sections.filter((section) => section.page === page),
          namesOn(of),
        ).flatMap((pool) => {
          const [inflesz, huerta] = [szigriszt(pool), fernandezHuerta(pool)];
          return inflesz < 65 || huerta < 75
            ? [`${inflesz.toFixed(0)} ${huerta.toFixed(0)} ${pool[0] ?? ''}`]
            : [];
        }),
      ),
    );
    expect(hard).toEqual([]);
  });

  it('has no hard line among the easy ones: INFLESZ 65 in each of 12 words or more, 55 ("normal") in a shorter one, where one long word weighs much', () => {
    const units = new Set(
      papers.flatMap(({ of }) =>
        readUnits(whole({ ...of, text: SPANISH }).sections)
          // Only names: they end the sentence that the heading begins.
          .map((unit) => (unit === SPANISH.mix.alcohol ? `${SPANISH.mix.heading} ${unit}` : unit))
          .map((unit) => withoutNames(unit, namesOn(of))),
      ),
    );
    const graded = [...units]
      .map((unit) => ({ unit, words: spanishWords(unit).length, ease: szigriszt(sentencesOf([unit])) }))
      .filter(({ words }) => words > 4);
    expect(graded.length).toBeGreaterThan(150);
    expect(graded.filter(({ words, ease }) => ease < (words < 12 ? 55 : 65))).toEqual([]);
  });

  it('makes sentences of 24 words at most, Spanish needing more small words', () => {
    const long = faults((handout, of) =>
      sentencesOf(readUnits(handout.sections).map((unit) => withoutNames(unit, namesOn(of)))).filter(
        (sentence) => spanishWords(sentence).length > 24,
      ),
    );
    expect(long).toEqual([]);
  });

  it('says "usted" throughout, and holds no English', () => {
    const familiar = /\b(tú|tu|tus|te|ti|contigo|vos|vosotros)\b/i;
    const leftOver = /\b(the|you|your|not|call us|medicine|before|after|with|take|and|or|if|for)\b/i;
    const quoted = (text: string) => text.replace(/“[^”]*”/g, '');
    expect(
      faults((handout) =>
        [...printedStrings(handout), handout.page, handout.forPatient]
          .map(quoted)
          .filter((text) => familiar.test(text) || leftOver.test(text)),
      ),
    ).toEqual([]);
  });

  it('has no hole, no brace and no broken spacing', () => {
    const broken = /undefined|null|NaN|[{}]|\*\*|^\s|\s$|\s{2}|\s[.,;:](?!\S)|\.\.|,,/;
    expect(faults((handout) => printedStrings(handout).filter((text) => broken.test(text)))).toEqual([]);
    expect(asText(inSpanish(input(review())))).toContain('SEÑALES DE PELIGRO');
  });

  it('takes two sheets, three when several medicines or warnings ask for room', () => {
    const rows = ({ sections }: HandoutDocument) =>
      sections
        .flatMap(({ columns }) => columns.flat())
        .reduce((sum, block) => sum + (block.kind === 'medicines' ? block.rows.length : 0), 0);
    const warnings = ({ sections }: HandoutDocument) =>
      readUnits(sections.filter(({ id }) => id === 'mix')).length;
    const long = cases
      .filter(([name]) => !name.startsWith('every caution'))
      .map(([name, of]) => ({ name, handout: inSpanish(of) }))
      .filter(({ handout }) => handout.sheets.length > (rows(handout) > 1 || warnings(handout) > 3 ? 3 : 2));
    expect(long.map(({ name }) => name)).toEqual([]);
  });

  it('says when not to drive before what not to do: two short sentences follow, and it holds for both', () => {
    for (const tier of ['D0', 'D1', 'D3'] as const)
      for (const line of Object.values(SPANISH.driving.body[tier][0] ?? {}))
        expect(line).toMatch(/^\*\*[^*.]+:\*\* no maneje auto ni bicicleta\. No suba/);
  });

  it('speaks of one medicine or of several where it tells how to take them, as the English does', () => {
    const headings = (of: HandoutInput) =>
      [inSpanish(of), compose(of)].map(({ sections }) => sections.find(({ id }) => id === 'how')?.heading);
    const both = review({ relaxants: [relaxant('cyclobenzaprine_ir'), relaxant('tizanidine')] });
    expect(headings(input(review()))).toEqual(['Cómo tomarla', 'How to take it']);
    expect(headings(input(both))).toEqual(['Cómo tomarlas', 'How to take them']);
  });

  it('writes days with the month in letters, which is read one way', () => {
    const paper = inSpanish(input(review()));
    expect(paper.visitLine).toContain('22 nov 2026');
    expect(paper.bornLine).toBe('nació 14 mar 1954');
  });

  it('joins names as one says them', () => {
    const orName = inSpanish(
      input(
        review({
          relaxants: ['baclofen', 'orphenadrine'].map((drug) =>
            relaxant(drug as 'baclofen', {
              driving: { base: 'D3', tier: 'D3', raisedBy: [], notChecked: [] },
            }),
          ),
        }),
      ),
    );
    expect(printedStrings(orName).join(' ')).toContain('Mientras tome baclofen u orphenadrine: no');
  });
});

describe('the count of syllables', () => {
  it.each([
    ['medicina', 4],
    ['sueño', 2],
    ['día', 2],
    ['que', 1],
    ['seguir', 2],
    ['poeta', 3],
    ['baúl', 2],
    ['cuidado', 3],
    ['muy', 1],
    ['y', 1],
    ['911', 1],
    ['orina', 3],
  ])('of %s is %d', (word, count) => {
    expect(spanishSyllables(word)).toBe(count);
  });
});
