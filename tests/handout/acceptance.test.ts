import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import { ENGLISH } from '../../src/handout/content/en';
import { SPANISH } from '../../src/handout/content/es';
import { mayBeNamed } from '../../src/handout/medicine-names';
import type { HandoutDocument } from '../../src/handout/model';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';
import type { RelaxantReview, Review } from '../../src/review/types';
import { STATES } from './decision-states';
import { paperOf, section } from './paper-text';
import { readUnits, wordsOf } from './reading-level';
import { dosage, evidence, hit, input, order, other, relaxant, review } from './review-factory';

/** What holds for every combination of charts and choices, and in both languages. */

/** A medicine of each kind that a chart may hold beside a relaxant: those that paper may name, and those that tell of an illness. */
const PARTNERS = (
  [
    ['oxycodone', 'opioid'],
    ['diphenhydramine', 'sedating_antihistamine'],
    ['lisinopril', 'antihypertensive'],
    ['levofloxacin', 'quinolone_other'],
    ['famotidine', 'acid_blocker'],
    ['sertraline', 'ssri'],
    ['buprenorphine', 'moud'],
    ['ethinyl estradiol', 'estrogen_contraceptive'],
    ['rifampin', 'rifampin'],
    ['ritonavir', 'hiv_protease_inhibitor'],
    ['tamoxifen', 'antineoplastic_endocrine'],
    ['lithium', ''],
  ] as const
).map(([name, kind]) => other(`MedicationRequest/${name}`, [name], kind === '' ? [] : [kind]));
/** The lines that name a medicine, and those that are private. */
const TELLING = CAUTION_RULES.filter(
  ({ patient, patientLine }) => patient.includes('{other}') || patientLine === 'sensitive',
);

const reviews: fc.Arbitrary<Review> = fc
  .record({
    drug: fc.constantFrom('cyclobenzaprine_ir', 'tizanidine', 'diazepam', 'methocarbamol', 'baclofen'),
    partners: fc.subarray(PARTNERS, { minLength: 2 }),
    rules: fc.subarray(TELLING, { minLength: 4, maxLength: 14 }),
    severity: fc.constantFrom('serious', 'caution'),
  })
  .map(({ drug, partners, rules, severity }) =>
    review({
      relaxants: [
        relaxant(drug as 'diazepam', {
          cautions: rules.map((rule) =>
            hit(
              rule,
              partners.map(({ reference, ingredients }) => evidence(reference, ingredients[0] ?? '')),
              severity as 'serious',
            ),
          ),
        }),
      ],
      otherMedicines: partners,
    }),
  );

const firstPage = ({ sections }: HandoutDocument): string =>
  readUnits(sections.filter(({ page }) => page === 1))
    .join('\n')
    .toLowerCase();

describe('page 1, which hangs on the fridge', () => {
  it('has no sensitive line and no medicine outside the classes that may be named, in any combination', () => {
    let sensitive = 0;
    let named = 0;
    fc.assert(
      fc.property(
        reviews,
        fc.constantFrom(ENGLISH, SPANISH),
        fc.array(fc.constantFrom(true, true, true, false), { minLength: 24, maxLength: 24 }),
        (of, text, switches) => {
          const asIs = compose({ ...input(of), text });
          const lines = Object.fromEntries(
            asIs.lines.map(({ id }, index) => [id, switches[index % switches.length] === true]),
          );
          const paper = compose({ ...input(of, { lines }), text });
          const words = firstPage(paper);
          const on = paper.lines.filter((line) => line.group === 'Sensitive' && line.on);
          sensitive += on.length;
          expect(on.filter((line) => words.includes(line.text.toLowerCase())).map(({ id }) => id)).toEqual(
            [],
          );
          const [open, hidden] = [true, false].map((may) =>
            of.otherMedicines
              .filter((medicine) => mayBeNamed(medicine) === may)
              .flatMap(({ ingredients }) => ingredients)
              .filter((name) => words.includes(name)),
          );
          named += open?.length ?? 0;
          expect(hidden).toEqual([]);
        },
      ),
      { numRuns: 25, seed: 6 },
    );
    expect(sensitive).toBeGreaterThan(10);
    expect(named).toBeGreaterThan(2);
  });
});

describe('danger signs in Spanish', () => {
  const SIGN =
    /no puede orinar|cuesta (?:mucho )?orinar|entre las piernas|dolor de pecho|duele el pecho|piernas? (?:\w+ )?(?:débil|dormid)|(?:débil|dormid)\w* (?:en )?(?:las|una) piernas?|arrastra el pie/i;
  const EMERGENCY = /\b911\b|emergencia|\{emergency\}/i;

  it('send to nothing less than the emergency room outside their box, on any paper or in any line of a rule', () => {
    const lines = Object.values(SPANISH.ruleLines);
    expect(lines.filter((line) => SIGN.test(line)).length).toBeGreaterThan(2);
    expect(lines.filter((line) => SIGN.test(line) && !EMERGENCY.test(line))).toEqual([]);
    for (const { review: of, name } of STATES.filter(({ name, chosen }) => chosen && name.includes('none'))) {
      const paper = compose({ ...input(of), text: SPANISH });
      const outside = readUnits(paper.sections.filter(({ id }) => id !== 'danger'));
      expect([name, outside.filter((unit) => SIGN.test(unit) && !EMERGENCY.test(unit))]).toEqual([name, []]);
    }
  });

  it('end, as in English, by saying not to wait', () => {
    const paper = compose({ ...input(review()), text: SPANISH });
    expect(section(paper, 'danger').at(-1)).toContain('No espere a ver si es la medicina.');
  });
});

describe('what the draft lacked for a patient who reads little', () => {
  it('is there: one-sided numbness, slow breathing, old pills at home, and a way back to driving', () => {
    const danger = section(paperOf(), 'danger').join('\n');
    expect(danger).toMatch(/one side of your body, feel weak, numb, or tingly, and this is new/);
    expect(danger).toContain('you breathe slowly');
    expect(section(paperOf(), 'mix').join('\n')).toContain('Old pills at home count too.');
    expect(section(paperOf(), 'driving').join('\n')).toContain('You may drive again when we say it is OK.');
  });

  it('took fewer words than the draft', () => {
    expect(readUnits(paperOf().sections).flatMap(wordsOf).length).toBeLessThan(839);
  });
});

describe('the style of the paper', () => {
  it('is black on white: a printer that drops backgrounds loses nothing', () => {
    const css = readFileSync(new URL('../../src/handout/handout.css', import.meta.url), 'utf8');
    const values = (property: string) =>
      [...css.matchAll(new RegExp(`(?<![\\w-])${property}:\\s*([^;]+);`, 'g'))].map(([, value]) => value);
    expect(new Set(values('color'))).toEqual(new Set(['#000']));
    expect(new Set(values('background'))).toEqual(new Set(['#fff']));
    expect(css).not.toMatch(/background-(?:color|image)|filter:|opacity:|mix-blend/);
  });
});

describe('the doses', () => {
  it('of a medicine that come only when needed cannot be missed: no word about a missed dose, unless another is regular', () => {
    const needed = (drug: 'cyclobenzaprine_ir' | 'diazepam', changes: Partial<RelaxantReview> = {}) =>
      relaxant(drug, {
        orders: [order(`m/${drug}`, `${drug} 5 MG Oral Tablet`, { dosages: [dosage({ asNeeded: true })] })],
        ...changes,
      });
    const how = (...relaxants: readonly RelaxantReview[]) => section(paperOf({ relaxants }), 'how').join(' ');
    expect(how(needed('cyclobenzaprine_ir'))).not.toContain('Missed');
    expect(how(needed('diazepam'))).not.toContain('Missed');
    expect(how(needed('diazepam'), relaxant('methocarbamol'))).toContain('Do not take a double dose.');
    expect(how(needed('diazepam'), relaxant('baclofen'))).toContain('Missed a dose? Call us.');
    const changed = needed('cyclobenzaprine_ir', { decision: { kind: 'change', how: '1 at bedtime' } });
    expect(how(changed)).toContain('Missed a dose?');
  });
});
