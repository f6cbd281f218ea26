import { describe, expect, it } from 'vitest';
import type { Section, SectionStatus } from '../../src/chart/types';
import type { Missing, Review, SelfCareFacts } from '../../src/review/types';
import { allWords, lineOf, paperOf, section } from './paper-text';
import { evidence, hit, order, other, redFlag, relaxant, review, rule } from './review-factory';

const MAY_USE = 'For pain, you may use: acetaminophen (Tylenol). Take no more than its label says.';
const ASK = 'Ask us which pain medicine is safe for you.';
const home = (changes: Partial<Review> = {}) => section(paperOf(changes), 'home');
const facts = (changes: Partial<SelfCareFacts>): Partial<Review> => ({
  selfCare: { conditions: [], allergies: [], egfrBelow60: false, ...changes },
});
const unread = (name: Section, status: SectionStatus = 'failed'): Partial<Review> => ({
  completeness: { ...review().completeness, [name]: status },
});

const labsMissing: Missing = { key: 'Observation', kind: 'section', why: 'labs not read' };

describe('the pain medicine of the paper', () => {
  it('is acetaminophen when everything that could forbid it was read and is absent', () => {
    expect(home()).toContain(MAY_USE);
    expect(home()).not.toContain(ASK);
  });

  it.each(['MedicationRequest', 'Condition', 'AllergyIntolerance', 'Observation'] as const)(
    'is asked for when %s was not read in full',
    (name) => {
      for (const status of ['failed', 'partial', 'not-permitted', 'unsupported'] as const) {
        expect(home(unread(name, status))).toContain(ASK);
        expect(home(unread(name, status))).not.toContain(MAY_USE);
      }
    },
  );

  it('is asked for when nobody looked at all conditions, or a medicine was not recognised', () => {
    expect(home({ selfCare: undefined as never })).toContain(ASK);
    expect(home({ unrecognised: [{ reference: 'MedicationRequest/1', text: 'APAP-Forte' }] })).toContain(ASK);
  });

  it.each(['liver_mild', 'liver_disease', 'liver_severe', 'alcohol_use_disorder'])(
    'is asked for with %s, and the reason is not printed',
    (token) => {
      expect(home(facts({ conditions: [token] }))).toContain(ASK);
      expect(allWords(paperOf(facts({ conditions: [token] })))).not.toMatch(/liver|alcohol/i);
    },
  );

  it('is asked for with an abnormal liver test, heavy alcohol or an allergy to it', () => {
    const liver = rule('TIZ-ALT', { group: 'liver', patientLine: 'decide' });
    const alt = relaxant('tizanidine', { cautions: [hit(liver, [evidence('Observation/alt', 'ALT')])] });
    expect(home({ relaxants: [alt] })).toContain(ASK);
    expect(home(facts({ conditions: ['alcohol_heavy'] }))).toContain(ASK);
    expect(home(facts({ allergies: ['acetaminophen'] }))).toContain(ASK);
    expect(home(facts({ allergies: ['paracetamol'] }))).toContain(ASK);
  });

  it('is not doubled: a product that holds it is named', () => {
    const vicodin = other('MedicationRequest/v', ['hydrocodone', 'acetaminophen'], ['opioid', 'paracetamol']);
    expect(home({ otherMedicines: [vicodin] })).toContain(
      'Your hydrocodone already has acetaminophen (Tylenol). Do not take more unless we say so.',
    );
    const plain = other('MedicationRequest/t', ['acetaminophen'], ['paracetamol']);
    expect(home({ otherMedicines: [plain] })).toContain(
      'You already take acetaminophen (Tylenol). Do not take more unless we say so.',
    );
  });

  it('is not doubled, however the chart tells that a product holds it', () => {
    const already = 'You already take acetaminophen (Tylenol). Do not take more unless we say so.';
    const byClass = other('MedicationRequest/c', [], ['paracetamol']);
    const byName = other('MedicationRequest/n', ['paracetamol'], []);
    const unnamed = other('MedicationRequest/u', ['examplin', 'acetaminophen'], ['ssri', 'paracetamol']);
    for (const medicine of [byClass, byName, unnamed])
      expect(home({ otherMedicines: [medicine] })).toContain(already);
    const short = relaxant('chlorzoxazone', { text: 'chlorzoxazone-APAP 250-300 mg tablet' });
    const renewed = relaxant('chlorzoxazone', {
      orders: [
        order('MedicationRequest/1', 'chlorzoxazone 500 MG Oral Tablet'),
        order('MedicationRequest/2', 'Parafon', { names: ['acetaminophen / chlorzoxazone'] }),
      ],
    });
    for (const of of [short, renewed])
      expect(home({ relaxants: [of] })).toContain(
        'Your chlorzoxazone already has acetaminophen (Tylenol). Do not take more unless we say so.',
      );
  });

  it('is asked for when a liver illness stands behind a caution or a red flag', () => {
    const liver = rule('TIZ-LIVER', { group: 'liver', patientLine: 'decide' });
    const ill = relaxant('tizanidine', { cautions: [hit(liver, [evidence('Condition/c', 'hepatitis C')])] });
    expect(home({ relaxants: [ill] })).toContain(ASK);
    const flag = { ...redFlag('X', 'consider'), evidence: [evidence('Condition/l', 'liver_disease')] };
    expect(home({ redFlags: [flag] })).toContain(ASK);
  });

  it('can be switched off by the clinician', () => {
    const off = paperOf({}, { lines: { 'pain.acetaminophen': false } });
    expect(section(off, 'home')).not.toContain(MAY_USE);
    expect(lineOf(off, 'pain.acetaminophen')).toMatchObject({ on: false, locked: false });
  });
});

const UNLESS = 'Do not take ibuprofen (Advil, Motrin) or naproxen (Aleve) unless we say so.';

describe('ibuprofen and naproxen', () => {
  const against = (changes: Partial<Review>) =>
    home(changes).filter((line) => /ibuprofen|naproxen/i.test(line));

  it('are never recommended', () => {
    expect(against({})).toEqual([]);
  });

  it('are advised against with a reason that paper may print', () => {
    expect(against(facts({ egfrBelow60: true }))[0]).toContain('Your kidneys need care.');
    expect(against(facts({ conditions: ['ckd'] }))[0]).toContain('Your kidneys need care.');
    expect(against(facts({ conditions: ['heart_failure'] }))[0]).toContain('Your heart needs care.');
    const warfarin = other('MedicationRequest/w', ['warfarin'], ['anticoagulant']);
    expect(against({ otherMedicines: [warfarin] })[0]).toContain('You take a blood thinner.');
  });

  it.each([
    'pregnancy',
    'aspirin_allergy',
    'liver_severe',
    'bleeding_disorder',
    'coronary_disease',
    'stroke',
    'alcohol_heavy',
  ])('are advised against with %s, without the reason', (token) => {
    expect(against(facts({ conditions: [token] }))).toEqual([UNLESS]);
  });

  it('are advised against when the patient could be pregnant or takes steroids, as told at the visit', () => {
    for (const id of ['PREGNANCY', 'LONGTERM_STEROID'])
      expect(against({ redFlags: [redFlag(id, 'consider')] })).toEqual([UNLESS]);
  });

  it('are advised against with an ulcer, now or in the past, by the stomach alone', () => {
    const words = 'Do not take ibuprofen (Advil, Motrin) or naproxen (Aleve). Your stomach needs care.';
    expect(against(facts({ conditions: ['peptic_ulcer'] }))).toEqual([words]);
    expect(against(facts({ conditions: ['ulcer_history'] }))).toEqual([words]);
    expect(against({ notes: [{ id: 'ULCER_NSAID_CAUTION', evidence: [] }] })).toEqual([words]);
  });

  it.each(['antiplatelet', 'corticosteroid_systemic'])(
    'are asked about with a medicine of class %s, which is not named',
    (medicineClass) => {
      const medicine = other('MedicationRequest/m', ['prednisone'], [medicineClass]);
      expect(against({ otherMedicines: [medicine] })).toEqual([UNLESS]);
    },
  );

  it.each([
    ['dialysis', 'Your kidneys need care.'],
    ['recent_mi', 'Your heart needs care.'],
  ])('are advised against with %s', (token, reason) => {
    expect(against(facts({ conditions: [token] }))[0]).toContain(reason);
  });

  it.each(['nsaid', 'aspirin', 'ibuprofen', 'naproxen'])(
    'are advised against with an allergy to %s on file',
    (name) => {
      expect(against(facts({ allergies: [name] }))).toEqual([UNLESS]);
    },
  );

  it('are advised against for what stands behind a caution or a red flag alone', () => {
    const caution = hit(rule('R'), [evidence('Condition/k', 'ckd')]);
    expect(against({ relaxants: [relaxant('tizanidine', { cautions: [caution] })] })[0]).toContain(
      'Your kidneys need care.',
    );
    const flag = { ...redFlag('X', 'consider'), evidence: [evidence('Condition/h', 'heart_failure')] };
    expect(against({ redFlags: [flag] })[0]).toContain('Your heart needs care.');
  });

  it('are not added to a relaxant with aspirin in it, nor acetaminophen to one that holds it', () => {
    const norgesic = relaxant('orphenadrine_asa_caffeine');
    expect(against({ relaxants: [norgesic] })).toEqual([
      'You already take orphenadrine with aspirin. Do not add more ibuprofen (Advil, Motrin) or naproxen (Aleve).',
    ]);
    const held = { ...norgesic, decision: { kind: 'hold' as const } };
    expect(against({ relaxants: [held] })).toEqual([UNLESS]);
    const open = hit(rule('OAC-BLEED', { severity: 'contraindicated', patientLine: 'decide' }));
    expect(against({ relaxants: [{ ...norgesic, cautions: [open] }] })).toEqual([UNLESS]);
    const soma = relaxant('carisoprodol', { text: 'aspirin 325 MG / carisoprodol 200 MG Oral Tablet' });
    expect(against({ relaxants: [soma] })[0]).toContain('You already take carisoprodol.');
    const parafon = relaxant('chlorzoxazone', {
      text: 'acetaminophen 300 MG / chlorzoxazone 250 MG Oral Tablet',
    });
    expect(home({ relaxants: [parafon] })).toContain(
      'Your chlorzoxazone already has acetaminophen (Tylenol). Do not take more unless we say so.',
    );
    expect(home({ relaxants: [parafon] })).not.toContain(MAY_USE);
  });

  it('are not doubled when one is ordered, and the paper does not forbid what the bottle says', () => {
    const naproxen = other('MedicationRequest/n', ['naproxen'], ['nsaid']);
    expect(against({ otherMedicines: [naproxen] })).toEqual([
      'You already take naproxen. Do not add more ibuprofen (Advil, Motrin) or naproxen (Aleve).',
    ]);
    expect(against({ otherMedicines: [naproxen], ...facts({ egfrBelow60: true }) })).toEqual([UNLESS]);
  });

  it.each<[string, Partial<Review>]>([
    ['a kidney illness', facts({ conditions: ['ckd'] })],
    ['an ulcer', facts({ conditions: ['ulcer_history'] })],
    ['heart failure', facts({ conditions: ['heart_failure'] })],
    ['a pregnancy', facts({ conditions: ['pregnancy'] })],
    ['liver disease', facts({ conditions: ['liver_disease'] })],
    ['an allergy to one of them', facts({ allergies: ['nsaid'] })],
    ['a blood thinner', { otherMedicines: [other('MedicationRequest/w', ['warfarin'], ['anticoagulant'])] }],
    ['a steroid', { otherMedicines: [other('MedicationRequest/p', ['x'], ['corticosteroid_systemic'])] }],
  ])('are not called taken when one is ordered beside %s', (_, changes) => {
    const naproxen = other('MedicationRequest/n', ['naproxen'], ['nsaid']);
    const medicines = [naproxen, ...(changes.otherMedicines ?? [])];
    expect(against({ ...changes, otherMedicines: medicines })).toEqual([UNLESS]);
  });

  it('give the kidney as reason only for a kidney value, not for another lab of a rule', () => {
    const value = (label: string) => ({
      relaxants: [
        relaxant('tizanidine', {
          cautions: [hit(rule('R'), [evidence('Observation/1', label, { basis: 'value' as const })])],
        }),
      ],
    });
    for (const label of ['eGFR 41', 'CrCl 38', 'Creatinine 2.4'])
      expect(against(value(label))[0]).toContain('Your kidneys need care.');
    expect(against(value('ALT 200'))).toEqual([]);
  });
});

describe('advice at home', () => {
  it('gives no food, potassium or water advice', () => {
    expect(allWords(paperOf())).not.toMatch(/potassium|calcium|banana|drink water/i);
  });

  it.each(['emergency', 'urgent-sameday', 'urgent'] as const)(
    'no comfort, exercise or massage while a red flag of tier %s is open',
    (tier) => {
      const everyLine = Object.fromEntries(paperOf().lines.map(({ id }) => [id, true]));
      const words = allWords(paperOf({ redFlags: [redFlag('CES', tier)] }, { lines: everyLine }));
      expect(words).toContain('We are checking what causes your pain. Keep your test visits.');
      expect(words).not.toMatch(
        /Most back spasms|Most people|Exercise 3 times|back and belly strong|[Ss]tretch|massage|short, slow walks|may last a few days/,
      );
    },
  );

  it('reassures when only a red flag to consider stands', () => {
    expect(allWords(paperOf({ redFlags: [redFlag('AGE_OLDER', 'consider')] }))).toContain(
      'Most back spasms get better',
    );
  });

  it('does not reassure by itself when the problem list was not read', () => {
    const words = allWords(paperOf(unread('Condition')));
    expect(words).not.toMatch(/Most back spasms|Most people do not need an X-ray/);
    expect(words).toContain(
      'We could not read your list of health problems today. Tell us about all of them.',
    );
  });

  it('does not reassure by itself while a red flag could not be looked for in another section', () => {
    const fever = redFlag('FEVER', 'urgent-sameday').rule;
    const labs = { ...unread('Observation'), redFlagsNotChecked: [{ rule: fever, missing: [labsMissing] }] };
    expect(allWords(paperOf(labs))).not.toMatch(/Most back spasms|Most people do not need an X-ray/);
    expect(section(paperOf(labs), 'know')[0]).toBe(
      'We could not see your lab tests today. Ask us if you need any.',
    );
    // Labs in which no red flag is looked for change nothing.
    expect(allWords(paperOf(unread('Observation')))).toContain('Most back spasms get better');
  });

  it('tells a patient without a relaxant, medicines read, that none is needed; else to ask', () => {
    expect(section(paperOf({ relaxants: [] }), 'know')[1]).toContain(
      'You do not need a muscle relaxer for now.',
    );
    expect(section(paperOf({ relaxants: [], ...unread('MedicationRequest') }), 'know')[1]).toContain(
      'Ask us before you take any medicine for your back.',
    );
  });
});
