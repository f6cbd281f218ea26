import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../src/handout/content/en';
import { SPANISH } from '../../src/handout/content/es';
import type { HandoutDocument, MedicineRow } from '../../src/handout/model';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';
import type { RelaxantReview } from '../../src/review/types';
import { isTaperClass, mustNotStopAtOnce } from '../../src/handout/taper';
import { STATES, faults } from './decision-states';
import { allWords, paperOf, rows, section } from './paper-text';
import { printedStrings, readUnits, sentencesOf } from './reading-level';
import { ALL_DRUGS } from './relaxant-charts';
import { other, redFlag, relaxant } from './review-factory';

/** The fixes A2 to A10 of the design: each is a way in which a paper could have harmed. */

const gridRows = (paper: HandoutDocument): readonly MedicineRow[] =>
  rows(paper).filter(({ times }) => typeof times !== 'string');

/** "Ask us first" about the medicine itself, whatever else is true. "Ask us before you take both" is about a pair. */
const ASKS_FIRST =
  /\b(?:(?:ask|call) us (?:today, )?before (?:you take (?:this|it)\b|your next dose)|do not take (?:it|this)\b|do not add)/i;
const DEPENDS = /\b(?:if|unless)\b/i;

/** Items that tell not to take a medicine, without a question or a condition before. */
const refusals = (paper: HandoutDocument): readonly string[] =>
  readUnits(paper.sections).filter((unit) =>
    sentencesOf([unit]).some(
      (sentence, index, all) =>
        ASKS_FIRST.test(sentence) && !DEPENDS.test(sentence) && all[index - 1]?.endsWith('?') !== true,
    ),
  );

describe('A2: the paper never contradicts itself', () => {
  it('no medicine has both times and a line not to take it, in any state of decision', () => {
    expect(
      faults(({ paper }) =>
        gridRows(paper).flatMap(({ drug, lastDay }) => {
          const name = ENGLISH.medicine.names[drug].split(' ')[0] ?? drug;
          return [
            ...(lastDay === ENGLISH.medicine.askFirst ? [`${name}: ask first beside times`] : []),
            ...refusals(paper).filter((unit) => unit.toLowerCase().includes(name)),
          ];
        }),
      ),
    ).toEqual([]);
    expect(STATES.filter(({ paper }) => gridRows(paper).length > 0).length).toBeGreaterThan(60);
    expect(STATES.filter(({ paper }) => refusals(paper).length > 0).length).toBeGreaterThan(20);
  });

  it('a contraindicated finding that nobody decided blanks the times, though they were filled in', () => {
    expect(
      faults(({ review, paper }) =>
        review.relaxants
          .filter(({ cautions, decision }) => decision === undefined && cautions.some(isOpenContraindication))
          .flatMap(({ drug }) => gridRows(paper).filter((row) => row.drug === drug))
          .map(({ name }) => name),
      ),
    ).toEqual([]);
  });

  it('a rule that the clinician decides, or that is for the prescriber, never prints as written', () => {
    const hidden = CAUTION_RULES.filter(
      ({ patientLine }) => patientLine === 'decide' || patientLine === 'never',
    );
    expect(hidden.length).toBeGreaterThan(40);
    expect(
      faults(({ paper }) =>
        hidden.filter(({ id }) => paper.lines.some((line) => line.id === `rule.${id}`)).map(({ id }) => id),
      ),
    ).toEqual([]);
  });

  it('nobody is sent to ask for another plan: the clinician is in the room', () => {
    expect(
      faults(({ paper }) => readUnits(paper.sections).filter((unit) => /another plan|ask why/i.test(unit))),
    ).toEqual([]);
  });
});

const isOpenContraindication = ({ severity, kept }: RelaxantReview['cautions'][number]): boolean =>
  severity === 'contraindicated' && kept === undefined;

describe('A3: nobody is told to stop at once', () => {
  it('a medicine with a firing or unchecked taper rule prints “Call us first” and no date', () => {
    let seen = 0;
    expect(
      faults(({ review, paper }) =>
        rows(paper).flatMap(({ drug, lastDay }) => {
          const found = review.relaxants.find((each) => each.drug === drug);
          if (found === undefined || !mustNotStopAtOnce(found)) return [];
          seen += 1;
          return lastDay === ENGLISH.medicine.callUsFirst ? [] : [`${drug}: ${lastDay}`];
        }),
      ),
    ).toEqual([]);
    expect(seen).toBeGreaterThan(100);
  });

  it('its taper line is on and cannot be switched off', () => {
    expect(
      faults(({ review, paper }) => {
        const taper = review.relaxants.filter(mustNotStopAtOnce);
        const line = paper.lines.find(({ id }) => id === 'how.taper');
        if (taper.length === 0) return line === undefined ? [] : ['a taper line for nothing'];
        return line?.on === true && line.locked ? [] : ['no taper line'];
      }),
    ).toEqual([]);
    const off = paperOf({ relaxants: [unknownDuration] }, { lines: { 'how.taper': false } });
    expect(allWords(off)).toContain('Do not stop baclofen all at once. Call us first.');
  });

  it('a last day never comes from what was dispensed', () => {
    const [order] = relaxant('methocarbamol').orders;
    if (order === undefined) throw new Error('no order');
    const [dosage] = order.dosages;
    if (dosage === undefined) throw new Error('no dosage');
    const unbounded = { ...dosage, days: undefined as never };
    const dispensed = relaxant('methocarbamol', {
      orders: [
        {
          ...order,
          dosages: [unbounded],
          supply: { ...order.supply, days: 10, quantity: { value: 30, unit: 'tablet' } },
        },
      ],
    });
    expect(rows(paperOf({ relaxants: [dispensed] }))[0]?.lastDay).toBe('');
  });
});

const unknownDuration = relaxant('baclofen', { durationDays: undefined as never });

const REASSURING = [
  ENGLISH.know.reassure,
  ENGLISH.what.course,
  ENGLISH.what.xray,
  ...ENGLISH.prevent.exercise,
];

describe('A4: nobody under work-up is reassured or sent to exercise', () => {
  it.each(['emergency', 'urgent-sameday', 'urgent'] as const)('with an open %s red flag', (tier) => {
    for (const lines of [
      {},
      { 'know.reassure': true, 'what.course': true, 'what.xray': true, 'prevent.exercise.1': true },
    ]) {
      const words = allWords(paperOf({ redFlags: [redFlag('CANCER_HISTORY', tier)] }, { lines }));
      for (const line of REASSURING) expect(words).not.toContain(line);
      expect(words).toContain('We are checking what causes your pain. Keep your test visits.');
    }
  });

  it('in any sample, and the rail says why', () => {
    const open = STATES.filter(({ review }) => review.redFlags.some(({ tier }) => tier !== 'consider'));
    expect(open.length).toBeGreaterThan(30);
    for (const { paper, name } of open) {
      const words = allWords(paper);
      expect([name, REASSURING.filter((line) => words.includes(line))]).toEqual([name, []]);
      expect(paper.lines.find(({ id }) => id === 'know.reassure')).toMatchObject({
        on: false,
        origin: 'off: red flag open',
      });
    }
    expect(allWords(paperOf())).toContain(ENGLISH.know.reassure);
  });
});

describe('A5: a danger sign is never taught as a side effect', () => {
  const SIGN =
    /cannot pee|can.?t pee|trouble peeing|hard to (?:start|pee)|numb (?:between|around)|saddle|chest pain|(?:legs?|foot) (?:\w+ )?(?:weak|numb|drags?)|weak(?:ness)? in (?:your|the|both) legs?/i;
  const EMERGENCY = /\b911\b|emergency room/i;

  it('no line outside the danger box sends one to less than the emergency room', () => {
    expect(
      faults(({ paper }) =>
        readUnits(paper.sections.filter(({ id }) => id !== 'danger')).filter(
          (unit) => SIGN.test(unit) && !EMERGENCY.test(unit),
        ),
      ),
    ).toEqual([]);
  });

  it('nor does any patient line of the knowledge, printed or not', () => {
    expect(
      CAUTION_RULES.filter(({ patient }) => SIGN.test(patient) && !EMERGENCY.test(patient)).map(
        ({ id }) => id,
      ),
    ).toEqual([]);
    expect(CAUTION_RULES.filter(({ patient }) => SIGN.test(patient)).length).toBeGreaterThan(1);
  });

  it('no side effect is “weak”, and the danger box ends by saying not to wait', () => {
    expect(faults(({ paper }) => section(paper, 'how').filter((unit) => /\bweak/i.test(unit)))).toEqual([]);
    for (const { paper } of STATES)
      expect(section(paper, 'danger').at(-1)).toContain('Do not wait to see if it is the medicine.');
  });
});

describe('A6: colours of pee do not contradict each other', () => {
  it('the general lists speak of yellow skin and eyes only; colour stands in the note of its medicine', () => {
    const general = [ENGLISH.sameday, ENGLISH.danger, ENGLISH.home]
      .map((part) => JSON.stringify(part))
      .join(' ');
    expect(general).not.toMatch(/(?:dark|brown|orange|red) pee|pee is (?:dark|brown)/i);
    expect(general).toContain('skin or eyes turn yellow');
    for (const { paper, name } of STATES) {
      const coloured = readUnits(paper.sections).filter((unit) =>
        /\b(?:brown|black|orange|green)\b.*\bpee\b|\bpee (?:may )?turn|your pee (?:brown|orange)/i.test(unit),
      );
      const drugs = ['methocarbamol', 'chlorzoxazone'];
      expect([
        name,
        coloured.filter((unit) => !drugs.some((drug) => unit.toLowerCase().includes(drug))),
      ]).toEqual([name, []]);
    }
  });
});

describe('A7: nobody is told to eat potassium or to drink', () => {
  it('in either language, for any chart', () => {
    const food = /potassium|calcium|banana|potasio|calcio|plátano|drink (?:more )?water|tome (?:más )?agua/i;
    expect(food.test(JSON.stringify([ENGLISH, SPANISH]))).toBe(false);
    expect(faults(({ paper }) => printedStrings(paper).filter((text) => food.test(text)))).toEqual([]);
  });
});

describe('A8: acetaminophen is not taken twice', () => {
  it('whoever has it in another medicine is told so and not to add more', () => {
    const combined = other(
      'MedicationRequest/v',
      ['hydrocodone', 'acetaminophen'],
      ['opioid', 'paracetamol'],
    );
    const home = section(paperOf({ otherMedicines: [combined] }), 'home').join(' ');
    expect(home).toContain(
      'Your hydrocodone already has acetaminophen (Tylenol). Do not take more unless we say so.',
    );
    expect(home).not.toContain('you may use');
  });

  it.each(['liver_mild', 'liver_disease', 'liver_severe', 'alcohol_use_disorder', 'alcohol_heavy'])(
    'it is not offered with %s',
    (token) => {
      const paper = paperOf({ selfCare: { conditions: [token], allergies: [], egfrBelow60: false } });
      expect(allWords(paper)).not.toContain('you may use');
    },
  );
});

describe('A9: one driving box, the strictest, and point 2 says the same', () => {
  const POINT = {
    D0: ENGLISH.know.driving.D0,
    D1: ENGLISH.know.driving.D1,
    D2: ENGLISH.know.driving.D2,
    D3: ENGLISH.know.driving.D3,
  };

  it('in every state, without a number of hours', () => {
    expect(
      faults(({ review, paper }) => {
        const boxes = paper.sections.filter(({ id }) => id === 'driving');
        if (rows(paper).length === 0) return [];
        const heading = boxes[0]?.heading;
        const printed = review.relaxants.filter(({ drug }) => rows(paper).some((row) => row.drug === drug));
        const tier =
          (['D3', 'D2', 'D1', 'D0'] as const).find((each) =>
            printed.some(({ driving }) => driving.tier === each),
          ) ?? 'D3';
        const askFirst = heading === ENGLISH.driving.askFirst.heading;
        // While the only medicine is held, the first dose lies ahead.
        const held = printed.every(({ decision }) => decision?.kind === 'hold');
        const usual = tier === 'D1' && held ? ENGLISH.know.onceTaken : POINT[tier];
        const wanted = askFirst ? ENGLISH.know.askBeforeDriving : usual;
        const point = section(paper, 'know').find((unit) => /drive/i.test(unit)) ?? '';
        return [
          ...(boxes.length === 1 ? [] : [`${boxes.length} boxes`]),
          ...(heading === (askFirst ? heading : ENGLISH.driving.heading[tier])
            ? []
            : [`${heading ?? ''} for ${tier}`]),
          ...([wanted.one, wanted.many].some((form) => point === form.replaceAll('**', '')) ? [] : [point]),
          ...(askFirst && (tier === 'D2' || tier === 'D3') ? ['milder than the tier'] : []),
          ...section(paper, 'driving').filter((unit) => /\bhours?\b|\d+ h\b/.test(unit)),
        ];
      }),
    ).toEqual([]);
  });
});

describe('A10: “do not stop” stands once, and only where a sudden stop can harm', () => {
  it('in no line of a pair, and in the how-to-take part once at most', () => {
    expect(
      faults(({ paper }) => [
        ...section(paper, 'mix').filter((unit) => /do not stop/i.test(unit)),
        ...(section(paper, 'how').filter((unit) => /do not stop/i.test(unit)).length > 1 ? ['twice'] : []),
      ]),
    ).toEqual([]);
    const pairs = CAUTION_RULES.filter(
      ({ patient, patientLine }) => patient.includes('{other}') && patientLine === 'watch',
    );
    expect(pairs.length).toBeGreaterThan(5);
    expect(pairs.filter(({ patient }) => /do not stop/i.test(patient)).map(({ id }) => id)).toEqual([]);
  });

  it('never about a medicine that has no taper rule', () => {
    expect(
      faults(({ paper }) =>
        ALL_DRUGS.filter((drug) => !isTaperClass(drug)).flatMap((drug) =>
          section(paper, 'how').filter((unit) =>
            unit.includes(`Do not stop ${ENGLISH.medicine.names[drug]} `),
          ),
        ),
      ),
    ).toEqual([]);
  });
});
