import { describe, expect, it } from 'vitest';
import { asText } from '../../src/handout/as-text';
import { compose } from '../../src/handout/compose';
import { ENGLISH } from '../../src/handout/content/en';
import { fullName } from '../../src/handout/medicine-names';
import type { HandoutDocument } from '../../src/handout/model';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';
import type { Review } from '../../src/review/types';
import { PAPER_CASES } from './paper-cases';
import { ALL_DRUGS, relaxantChart } from './relaxant-charts';
import { fleschKincaid, pools, printedStrings, readUnits, sentencesOf, smog } from './reading-level';
import { withoutNames, wordsOf } from './reading-level';
import { AS_OF, evidence, hit, input, other, relaxant, review as factoryReview } from './review-factory';
import { reviewed, sampleReviews } from './sample-papers';

interface Paper {
  readonly name: string;
  readonly review: Review;
  readonly handout: HandoutDocument;
  /** Every line that can be switched on is on. */
  readonly fullest: HandoutDocument;
}

const everyLineOn = (handout: HandoutDocument) =>
  Object.fromEntries(handout.lines.map((line) => [line.id, true]));

function paper(name: string, review: Review): Paper {
  const handout = compose(input(review));
  return { name, review, handout, fullest: compose(input(review, { lines: everyLineOn(handout) })) };
}

const single = ALL_DRUGS.map((drug) => paper(drug, reviewed(relaxantChart([drug], AS_OF), AS_OF)));
const together = paper('all relaxants', reviewed(relaxantChart(ALL_DRUGS, AS_OF), AS_OF));
const samples = sampleReviews().map(([name, review]) => paper(name, review));

/** A chart that does not exist: every caution with a line for the patient, beside a medicine that paper may name, or may not. */
const everyCaution = (ingredient: string, medicineClass: string): Review => {
  const partner = other('MedicationRequest/partner', [ingredient], [medicineClass]);
  const found = [evidence(partner.reference, ingredient)];
  const cautions = CAUTION_RULES.filter(({ patient }) => patient !== '').map((of) =>
    hit(of, found, 'caution'),
  );
  return factoryReview({
    relaxants: [relaxant('cyclobenzaprine_ir', { cautions })],
    otherMedicines: [partner],
  });
};
const everyLine = [
  paper('every caution, partner named', everyCaution('oxycodone', 'opioid')),
  paper('every caution, partner not named', everyCaution('sertraline', 'ssri')),
];
/** Longer than any patient's paper. */
const LONG = new Set([together, ...everyLine].map(({ name }) => name));

const papers: readonly Paper[] = [
  ...everyLine,
  ...samples,
  ...single,
  together,
  ...Object.entries(PAPER_CASES).map(([name, of]) => paper(name, of.review)),
];

const both = ({ handout, fullest }: Paper) => [handout, fullest];

const namesOn = ({ patient, otherMedicines }: Review): readonly string[] => [
  ...Object.values(ENGLISH.medicine.names),
  ...Object.values(ENGLISH.medicine.brands),
  ...otherMedicines.map((medicine) => fullName(medicine, ENGLISH)),
  ...(patient.name === undefined ? [] : [patient.name]),
];

/** What `fault` finds on any paper, as printed or with all lines on, with the paper's name; empty when all is well. */
const faults = (fault: (handout: HandoutDocument, review: Review) => readonly string[]): readonly string[] =>
  papers.flatMap((of) =>
    both(of).flatMap((handout) => fault(handout, of.review).map((words) => `${of.name}: ${words}`)),
  );

const sectionsOf = ({ sections }: HandoutDocument, page: 1 | 2) =>
  sections.filter((section) => section.page === page);

const withoutQuotes = (text: string): string => text.replace(/“[^”]*”/g, '“…”');

describe('the charts behind the gates', () => {
  it('are the fourteen samples, and every relaxant alone and together', () => {
    expect(samples).toHaveLength(14);
    expect(single.map(({ review }) => review.relaxants.map(({ drug }) => drug))).toEqual(
      ALL_DRUGS.map((drug) => [drug]),
    );
    expect(together.review.relaxants.map(({ drug }) => drug).sort()).toEqual([...ALL_DRUGS].sort());
  });
});

describe('the words of every paper', () => {
  it('are at grade 6 (Flesch-Kincaid) and 7 (SMOG) or below, page by page', () => {
    const hard = faults((handout, review) =>
      ([1, 2] as const).flatMap((page) => {
        const units = readUnits(sectionsOf(handout, page));
        const sentences = sentencesOf(units.map((unit) => withoutNames(unit, namesOn(review))));
        expect(sentences.length).toBeGreaterThan(20);
        return overGrade(sentences).map((grade) => `page ${page} ${grade}`);
      }),
    );
    expect(hard).toEqual([]);
  });

  it('are at these grades in every part, short parts pooled with their neighbour', () => {
    expect(
      faults((handout, review) =>
        ([1, 2] as const).flatMap((page) =>
          pools(sectionsOf(handout, page), namesOn(review)).flatMap((pool) =>
            overGrade(pool).map((grade) => `${grade}: ${pool[0] ?? ''} …`),
          ),
        ),
      ),
    ).toEqual([]);
  });

  it('that only some charts or decisions bring are at these grades too, and in short sentences', () => {
    const { gaps, gapUnrecognised, medicine, how, home, history, driving, next } = ENGLISH;
    for (const of of [[gaps, gapUnrecognised], [home, history], driving, [medicine, how, next]]) {
      const sentences = sentencesOf(
        textsIn(of).map((text) => withoutNames(text.replace(/\{\w+\}/g, 'it'), [])),
      );
      expect(sentences.length).toBeGreaterThan(6);
      expect([sentences[0], ...overGrade(sentences)]).toEqual([sentences[0]]);
      expect(sentences.filter((sentence) => wordsOf(sentence).length > 20)).toEqual([]);
    }
  });

  it('make sentences of 20 words at most, and of 9 on average', () => {
    const long = faults((handout, review) => {
      const sentences = sentencesOf(
        readUnits(handout.sections).map((unit) => withoutNames(unit, namesOn(review))),
      );
      expect(sentences.flatMap(wordsOf).length / sentences.length).toBeLessThanOrEqual(9);
      return sentences.filter((sentence) => wordsOf(sentence).length > 20);
    });
    // Sixteen names in a row are long whatever the sentence.
    expect(long.filter((fault) => !fault.startsWith(`${together.name}: `))).toEqual([]);
  });

  it('are the words of patients, not of charts', () => {
    const jargon =
      /\b(drugs?|agents?|relaxants?|medications?|urin\w+|bowel movements?|genitals?|saddle|stools?|sedat\w+|drows\w+|impair\w+|confus\w+|taper\w*|discontinu\w+|wean\w*|contraindicat\w+|interact\w*|acute|chronic|prolonged|physicians?|providers?|prescri\w+|hypotens\w+|adverse|spasticity|QHS|BID|TID|PRN|as directed|seek medical)\b/i;
    expect(
      faults((handout) =>
        printedStrings(handout)
          .map(withoutQuotes)
          .filter((text) => jargon.test(text)),
      ),
    ).toEqual([]);
  });

  it('never sound like an all-clear, and frighten without an action nowhere', () => {
    const clear =
      /\b(all clear|harmless|nothing to worry|no (?:red flags|issues|problems|danger|interactions)|you are (?:safe|fine|ok|okay)|(?:it|this|that) is safe|(?<!not )safe to (?:drive|take)|no risk|normal)\b/i;
    expect(
      faults((handout) => printedStrings(handout).filter((text) => clear.test(withoutQuotes(text)))),
    ).toEqual([]);
    // "Safe" is asked or denied, never promised.
    expect(
      faults((handout) =>
        sentencesOf(printedStrings(handout)).filter(
          (sentence) => /\bsafe\b/i.test(sentence) && !/^Ask us which|not safe/i.test(sentence),
        ),
      ),
    ).toEqual([]);
  });

  it('never hold a hole, an empty item or broken spacing', () => {
    const broken =
      /undefined|null|NaN|\[object|[{}]|\*\*|^\s|\s$|\s{2}|\s[.,;:?!](?!\S)|\.\.|,,|\(\)|^[-–·]?$(?<!–)/;
    expect(faults((handout) => printedStrings(handout).filter((text) => broken.test(text)))).toEqual([]);
    expect(
      faults((handout) =>
        asText(handout)
          .split('\n')
          .filter((line) => /^(?:- |\[ \] |\d+\. )?\s*$/.test(line) && line !== ''),
      ),
    ).toEqual([]);
  });

  it('say nothing twice in a row, and no line twice on one paper', () => {
    expect(
      faults((handout) => {
        const units = readUnits(handout.sections);
        return [
          ...units.filter((unit, index) => unit.length > 25 && units.indexOf(unit) !== index),
          ...units.filter((unit) => /\b(\w+) \1\b/i.test(unit)),
        ];
      }),
    ).toEqual([]);
  });
});

describe('the medicines of every paper', () => {
  it('stand there by their name: on each relaxant the chart holds', () => {
    expect(
      faults((handout, review) =>
        review.relaxants
          .map(({ drug }) => ENGLISH.medicine.names[drug].split(' ')[0] ?? drug)
          .filter((name) => !printedStrings(handout).some((text) => text.toLowerCase().includes(name))),
      ),
    ).toEqual([]);
  });

  it('never have times beside "ask us", "call us" or "stopped"', () => {
    expect(
      papers.flatMap(({ name, handout }) =>
        rowsOf(handout)
          .filter(({ times, lastDay }) => typeof times !== 'string' && lastDay === ENGLISH.medicine.askFirst)
          .map((row) => `${name}: ${row.name}`),
      ),
    ).toEqual([]);
  });

  it('have no last day where a sudden stop could harm', () => {
    const taperClass = new Set(['baclofen', 'carisoprodol', 'diazepam', 'tizanidine']);
    const rows = [...single, together].flatMap(({ handout }) => rowsOf(handout));
    const dated = rows.filter(({ lastDay }) => /\d/.test(lastDay));
    expect(dated.length).toBeGreaterThan(8);
    for (const { drug, lastDay } of samples.flatMap(({ handout }) => rowsOf(handout)))
      if (taperClass.has(drug)) expect(lastDay).toBe('Call us first');
  });
});

describe('page 1 of every paper, which hangs on the fridge', () => {
  it('has nothing that tells a private illness, whatever line is on', () => {
    const priv =
      /\b(hiv|aids|pregnan\w*|birth control|breast\w*|nursing|mood|depress\w*|anxi\w*|memory|alcoholi\w*|drug use|misuse|habit|recovery|addict\w*|sti|tubercul\w*|cancer|seizure\w*)\b/i;
    expect(faults((handout) => readUnits(sectionsOf(handout, 1)).filter((unit) => priv.test(unit)))).toEqual(
      [],
    );
  });

  it('holds no line that the rail calls sensitive', () => {
    const sensitive = faults((handout) => {
      const first = readUnits(sectionsOf(handout, 1)).join('\n');
      return handout.lines
        .filter((line) => line.group === 'Sensitive' && first.includes(line.text))
        .map(({ id }) => id);
    });
    expect(sensitive).toEqual([]);
    expect(papers.some(({ fullest }) => fullest.lines.some(({ group }) => group === 'Sensitive'))).toBe(true);
  });

  it('holds each danger sign nowhere but in the danger box', () => {
    const sign = /cannot pee|numb between|leak pee|legs? (?:feel|get|are) weak|chest pain/i;
    expect(
      faults((handout) =>
        readUnits(handout.sections.filter(({ id }) => id !== 'danger')).filter(
          (unit) => sign.test(unit) && !/emergency room|911/.test(unit),
        ),
      ),
    ).toEqual([]);
  });
});

describe('the length of every paper', () => {
  it('is two sheets; three or more medicines may take more', () => {
    const long = papers.filter(({ handout }) => handout.sheets.length !== 2).map(({ name }) => name);
    expect(long.filter((name) => !LONG.has(name))).toEqual([]);
  });
});

const rowsOf = ({ sections }: HandoutDocument) =>
  sections.flatMap(({ columns }) =>
    columns.flat().flatMap((block) => (block.kind === 'medicines' ? block.rows : [])),
  );

/** Sentences of a part of the words of the paper; names and single words are none. */
const textsIn = (part: unknown): readonly string[] =>
  typeof part === 'string'
    ? part.replaceAll('**', '').split(' ').length > 2
      ? [part.replaceAll('**', '')]
      : []
    : Object.values(part as object).flatMap(textsIn);

function overGrade(sentences: readonly string[]): readonly string[] {
  const [fk, sm] = [fleschKincaid(sentences), smog(sentences)];
  return [...(fk > 6 ? [`FKGL ${fk.toFixed(1)}`] : []), ...(sm > 7 ? [`SMOG ${sm.toFixed(1)}`] : [])];
}
