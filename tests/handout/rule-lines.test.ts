import { describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import { ENGLISH } from '../../src/handout/content/en';
import { SPANISH } from '../../src/handout/content/es';
import type { Block } from '../../src/handout/model';
import { hasOwnLine } from '../../src/handout/rule-lines';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';
import type { CautionRule } from '../../src/knowledge/rule';
import type { Severity } from '../../src/knowledge/vocabulary';
import type { Review } from '../../src/review/types';
import { allWords, lineOf, paperOf, section } from './paper-text';
import { readUnits } from './reading-level';
import { evidence, hit, input, other, redFlag, relaxant, review, rule } from './review-factory';

const OXYCODONE = other('MedicationRequest/oxy', ['oxycodone'], ['opioid']);
const SERTRALINE = other('MedicationRequest/ser', ['sertraline'], ['ssri']);
const LINE = 'You also take {other}. Both make you slow. Ask us before you take both.';

const firing = (
  of: CautionRule,
  severity: Severity = of.severity,
  partner = OXYCODONE,
  more: Partial<Review> = {},
): Partial<Review> => ({
  relaxants: [
    relaxant('cyclobenzaprine_ir', {
      cautions: [hit(of, [evidence(partner.reference, partner.text)], severity)],
    }),
  ],
  otherMedicines: [partner],
  ...more,
});

const itemsOf = (block: Block) => (block.kind === 'list' ? block.items : []);

describe('a line of a rule', () => {
  it('that the clinician decides never prints as written', () => {
    const paper = paperOf(firing(rule('X-DUP', { patientLine: 'decide', patient: LINE })));
    expect(allWords(paper)).not.toContain('You also take oxycodone');
    expect(paper.lines.some(({ id }) => id === 'rule.X-DUP')).toBe(false);
  });

  it('for the prescriber only never prints', () => {
    const paper = paperOf(firing(rule('X-BEERS-SMR', { patientLine: 'never', patient: LINE })));
    expect(allWords(paper)).not.toContain('You also take oxycodone');
  });

  it('to watch for prints when serious, and is only offered when a caution', () => {
    const watch = rule('X-OPIOID', { patientLine: 'watch', patient: LINE });
    expect(section(paperOf(firing(watch, 'serious')), 'mix')).toContain(
      'You also take oxycodone. Both make you slow. Ask us before you take both.',
    );
    const caution = paperOf(firing(watch, 'caution'));
    expect(allWords(caution)).not.toContain('Both make you slow');
    expect(lineOf(caution, 'rule.X-OPIOID')).toMatchObject({ on: false, locked: false, origin: 'oxycodone' });
  });

  it('that teaches prints, on page 2, and never for a medicine that the table says to ask about', () => {
    const teach = rule('TIZ-FOOD', {
      severity: 'counsel',
      patientLine: 'teach',
      patient: 'Take {drug} with food.',
    });
    expect(section(paperOf(firing(teach)), 'foryou')).toEqual(['Take cyclobenzaprine with food.']);
    const asked = paperOf({
      relaxants: [
        relaxant('cyclobenzaprine_ir', {
          cautions: [hit(teach), hit(rule('X', { severity: 'contraindicated', patientLine: 'decide' }))],
        }),
      ],
    });
    expect(allWords(asked)).not.toContain('with food');
  });

  it('that is sensitive is off, and stands on page 2 when chosen', () => {
    const sensitive = rule('X-PREGNANCY', {
      patientLine: 'sensitive',
      patient: 'You are pregnant. Ask us before you take {drug}.',
    });
    const off = paperOf(firing(sensitive));
    expect(allWords(off)).not.toContain('pregnant');
    expect(lineOf(off, 'rule.X-PREGNANCY')).toMatchObject({ group: 'Sensitive', on: false });
    const on = paperOf(firing(sensitive), { lines: { 'rule.X-PREGNANCY': true } });
    expect(section(on, 'foryou')).toEqual(['You are pregnant. Ask us before you take cyclobenzaprine.']);
    expect(on.sections.find(({ id }) => id === 'foryou')?.page).toBe(2);
  });

  it('that is sensitive goes to page 2 though none of its words is private', () => {
    const sensitive = rule('TIZ-OC', { patientLine: 'sensitive', patient: 'Ask us about {drug}.' });
    const paper = paperOf(firing(sensitive), { lines: { 'rule.TIZ-OC': true } });
    expect(section(paper, 'how')).not.toContain('Ask us about cyclobenzaprine.');
    expect(section(paper, 'foryou')).toEqual(['Ask us about cyclobenzaprine.']);
  });

  it('with a private word goes to page 2 though it is no sensitive rule', () => {
    const watch = rule('W', { patientLine: 'watch', patient: '{drug} can make seizures more likely.' });
    const paper = paperOf(firing(watch));
    expect(section(paper, 'how').join(' ')).not.toContain('seizures');
    expect(section(paper, 'foryou').join(' ')).toContain('seizures');
  });

  it('does not name a partner that tells an illness', () => {
    const paper = paperOf(firing(rule('W', { patient: LINE }), 'serious', SERTRALINE));
    expect(allWords(paper)).not.toContain('sertraline');
    expect(section(paper, 'mix')).toContain(
      'It may not go well with another of your medicines. Both make you slow. Ask us before you take both.',
    );
  });

  it('names each partner once, and says that there is another when one must stay unnamed', () => {
    const watch = rule('W', { patient: '{drug} goes badly with {other}.' });
    const paper = paperOf({
      relaxants: [
        relaxant('cyclobenzaprine_ir', {
          cautions: [
            hit(watch, [
              evidence(OXYCODONE.reference, 'oxycodone'),
              evidence(OXYCODONE.reference, 'oxycodone'),
              evidence(SERTRALINE.reference, 'sertraline'),
            ]),
          ],
        }),
      ],
      otherMedicines: [OXYCODONE, SERTRALINE],
    });
    expect(section(paper, 'mix')).toContain(
      'Cyclobenzaprine goes badly with oxycodone and another of your medicines.',
    );
  });

  it('about several other medicines never says "both", which would leave out the one of the paper', () => {
    const partners = [OXYCODONE, other('MedicationRequest/mor', ['morphine'], ['opioid'])];
    const opioid = CAUTION_RULES.filter(({ id }) => id === 'X-OPIOID');
    const cautions = opioid.map((of) =>
      hit(
        of,
        partners.map(({ reference, text }) => evidence(reference, text)),
      ),
    );
    const of = { relaxants: [relaxant('cyclobenzaprine_ir', { cautions })], otherMedicines: partners };
    expect(section(paperOf(of), 'mix')).toContain(
      'You also take oxycodone and morphine. All of these can slow your breathing. Ask us before you take them together. Keep naloxone (Narcan) at home.',
    );
    expect(readUnits(compose({ ...input(review(of)), text: SPANISH }).sections)).toContain(
      'También toma oxycodone y morphine. Todas pueden hacer que respire lento. Pregunte antes de tomarlas juntas. Tenga naloxona (Narcan) en casa.',
    );
    // Nor does any line of the knowledge that names another medicine.
    for (const [text, both] of [
      [ENGLISH, /\bboth\b/i],
      [SPANISH, /\blas dos\b|también le/i],
    ] as const)
      for (const { id, patient } of CAUTION_RULES.filter(hasOwnLine)) {
        const line = text.ruleLines[id] ?? patient;
        if (!line.includes('{other}')) continue;
        const said = text.mix.several.reduce((words, swap) => words.replace(swap.pattern, swap.text), line);
        expect([id, both.test(said)]).toEqual([id, false]);
      }
  });

  it('that says what not to mix opens in bold, and a name that opens a sentence has a capital', () => {
    const paper = paperOf(firing(rule('W', { patient: 'Both make you slow. {other} lasts all day.' })));
    const [, , line] =
      paper.sections
        .find(({ id }) => id === 'mix')
        ?.columns.flat()
        .flatMap(itemsOf) ?? [];
    expect(line).toEqual([
      { text: 'Both make you slow.', strong: true },
      { text: ' ' },
      { text: 'Oxycodone', isolate: true },
      { text: ' lasts all day.' },
    ]);
  });

  it('stands once over several relaxants, with the names of all', () => {
    const watch = rule('W', { patient: '{drug} can make you faint.' });
    const paper = paperOf({
      relaxants: [
        relaxant('cyclobenzaprine_ir', { cautions: [hit(watch)] }),
        relaxant('methocarbamol', { cautions: [hit(watch)] }),
      ],
    });
    expect(
      allWords(paper)
        .split('\n')
        .filter((line) => line.includes('faint.')),
    ).toEqual(['Cyclobenzaprine and methocarbamol can make you faint.']);
  });

  it('stands once when two rules say the same', () => {
    const words = { patient: '{drug} can make you shake.' };
    const paper = paperOf({
      relaxants: [
        relaxant('cyclobenzaprine_ir', { cautions: [hit(rule('CYC-SEROTONIN', words))] }),
        relaxant('metaxalone', { cautions: [hit(rule('MTX-SEROTONIN', words))] }),
      ],
    });
    expect(allWords(paper).match(/can make you shake/g)).toHaveLength(1);
    expect(allWords(paper)).toContain('Cyclobenzaprine and metaxalone can make you shake.');
  });

  it('that asks for a value the paper does not have is left out rather than printed with a hole', () => {
    expect(allWords(paperOf(firing(rule('W', { patient: 'Take {dose} of {drug}.' }))))).not.toContain('{');
  });

  it('with words of a chart name like a brace or a star prints them as they are', () => {
    const odd = other('MedicationRequest/odd', ['{drug} **x**'], ['opioid']);
    const paper = paperOf(firing(rule('W', { patient: LINE }), 'serious', odd));
    expect(section(paper, 'mix')).toContain(
      'You also take {drug} **x**. Both make you slow. Ask us before you take both.',
    );
  });

  it('takes one of three places on page 1, serious ones first; the rest go to page 2', () => {
    const many = ['A', 'B', 'C', 'D', 'E'].map((id) => rule(id, { patient: `Sign ${id} with {other}.` }));
    const cautions = [
      ...many.map((of) => hit(of, [evidence(OXYCODONE.reference, 'oxycodone')], 'serious')),
      hit(rule('MET-URINE', { severity: 'counsel', patientLine: 'teach', patient: 'Pee may turn brown.' })),
    ];
    const paper = paperOf({
      relaxants: [relaxant('methocarbamol', { cautions })],
      otherMedicines: [OXYCODONE],
    });
    expect(section(paper, 'mix').filter((item) => item.startsWith('Sign'))).toHaveLength(3);
    expect(section(paper, 'foryou')).toEqual([
      'Sign D with oxycodone.',
      'Sign E with oxycodone.',
      'Pee may turn brown.',
    ]);
  });

  it('that reassures is locked off while a red flag of tier urgent or higher is open', () => {
    const evidenceRule = rule('X-EVIDENCE', {
      severity: 'counsel',
      patientLine: 'teach',
      patient: '{drug} may help a little. Moving helps most.',
    });
    const open = paperOf(
      firing(evidenceRule, 'counsel', OXYCODONE, { redFlags: [redFlag('CES', 'emergency')] }),
      { lines: { 'rule.X-EVIDENCE': true } },
    );
    expect(allWords(open)).not.toContain('Moving helps most');
    expect(lineOf(open, 'rule.X-EVIDENCE')).toMatchObject({
      on: false,
      locked: true,
      origin: 'off: red flag open',
    });
    expect(allWords(paperOf(firing(evidenceRule)))).toContain('Moving helps most');
  });

  it('can be switched off, and comes back', () => {
    const of = firing(rule('W', { patient: LINE }));
    expect(allWords(paperOf(of, { lines: { 'rule.W': false } }))).not.toContain('Both make you slow');
    expect(allWords(paperOf(of, { lines: { 'rule.W': true } }))).toContain('Both make you slow');
  });

  it.each([
    'X-DRIVE',
    'X-CMV',
    'X-ALCOHOL-ANY',
    'X-FALLS',
    'BAC-TAPER',
    'TIZ-TAPER',
    'CAR-WITHDRAWAL',
    'DZP-TAPER',
  ])('%s does not print beside the fixed words that say it', (id) => {
    const paper = paperOf(firing(rule(id, { patientLine: 'teach', patient: 'Said twice.' })));
    expect(allWords(paper)).not.toContain('Said twice.');
  });

  it('that does not speak of naloxone, or no more in the clinician’s words, leaves the line that does', () => {
    const keep = 'Keep naloxone (Narcan) at home. Show someone how to use it.';
    const told = rule('W', { patient: 'You also take {other}. Keep naloxone (Narcan) at home.' });
    expect(section(paperOf(firing(rule('W', { patient: LINE }))), 'mix')).toContain(keep);
    expect(section(paperOf(firing(told)), 'mix')).not.toContain(keep);
    const words = { 'rule.W': 'Ask us about oxycodone.' };
    expect(section(paperOf(firing(told), { words }), 'mix')).toEqual(
      expect.arrayContaining([words['rule.W'], keep]),
    );
  });

  it('does not name a medicine of a private class, whatever else its class is, in any of several lines', () => {
    const treatment = other('MedicationRequest/bup', ['buprenorphine'], ['opioid', 'moud']);
    for (const partner of [treatment, SERTRALINE]) {
      const found = [evidence(partner.reference, partner.text)];
      const cautions = ['{other} is one.', '{other} is two.'].map((patient, index) =>
        hit(rule(`W${index}`, { patient }), found),
      );
      const paper = paperOf({
        relaxants: [relaxant('cyclobenzaprine_ir', { cautions })],
        otherMedicines: [partner],
      });
      expect(allWords(paper)).toContain('Another of your medicines is two.');
      expect(allWords(paper)).not.toMatch(/buprenorphine|sertraline/i);
    }
  });
});
