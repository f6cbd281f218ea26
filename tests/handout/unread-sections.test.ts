import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section, SectionStatus } from '../../src/chart/types';
import { compose } from '../../src/handout/compose';
import { ENGLISH } from '../../src/handout/content/en';
import type { HandoutDocument } from '../../src/handout/model';
import { allWords, headingOf, rows, section } from './paper-text';
import { input } from './review-factory';
import { SAMPLE_CHARTS, reviewed } from './sample-papers';
import type { Sample } from './sample-papers';

type Unread = Readonly<Partial<Record<Section, SectionStatus>>>;

/** What a failed section leaves of a chart: nothing; of a partial one every second entry at best. */
function cut(bundle: Sample['bundle'], unread: Unread): Sample['bundle'] {
  let kept = 0;
  const entry = bundle.entry.filter(({ resource }) => {
    const type = 'resourceType' in resource ? (resource.resourceType as string) : '';
    const status = unread[(type === 'MedicationStatement' ? 'MedicationRequest' : type) as Section];
    if (status === undefined) return true;
    if (status !== 'partial') return false;
    kept += 1;
    return kept % 2 === 0;
  });
  return { ...bundle, entry };
}

const paper = ({ bundle, asOf }: Sample, unread: Unread): HandoutDocument =>
  compose(input(reviewed(cut(bundle, unread), asOf, unread)));

const whole = new Map(SAMPLE_CHARTS.map((sample) => [sample.name, paper(sample, {})]));

const SECTION_NAMES = [
  'Condition',
  'MedicationRequest',
  'AllergyIntolerance',
  'Observation',
  'Procedure',
] as const;
const status = fc.option(fc.constantFrom('failed', 'partial', 'not-permitted', 'unsupported'), {
  nil: undefined,
});
const unreadSections: fc.Arbitrary<Unread> = fc
  .record(Object.fromEntries(SECTION_NAMES.map((name) => [name, status])))
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Unread);
const charts = fc.constantFrom(...SAMPLE_CHARTS);

interface Case {
  readonly sample: Sample;
  readonly unread: Unread;
  readonly handout: HandoutDocument;
  readonly wholePaper: HandoutDocument;
}

/** Every chart with each section failed alone, and charts with any mix of faults; each paper is made once. */
const cases: readonly Case[] = [
  ...SAMPLE_CHARTS.flatMap((sample) =>
    SECTION_NAMES.map((name): readonly [Sample, Unread] => [sample, { [name]: 'failed' }]),
  ),
  ...fc.sample(fc.tuple(charts, unreadSections), { numRuns: 150, seed: 20_261_126 }),
].map(([sample, unread]) => {
  const wholePaper = whole.get(sample.name);
  if (wholePaper === undefined) throw new Error(`${sample.name} has no paper`);
  return { sample, unread, handout: paper(sample, unread), wholePaper };
});

/** Cases in which something does not hold, by chart and fault; a check that concerns no case at all is a fault too. */
function expectAlways(holds: (of: Case) => boolean | undefined): void {
  const answers = cases.map((of) => ({ of, answer: holds(of) }));
  expect(answers.filter(({ answer }) => answer !== undefined).length).toBeGreaterThan(5);
  expect(
    answers
      .filter(({ answer }) => answer === false)
      .map(({ of }) => `${of.sample.name} ${JSON.stringify(of.unread)}`),
  ).toEqual([]);
}

/** How much driving a paper leaves open; more is freer. Only a paper without a driving box may mean "no medicine that slows you". */
const FREEDOM = [
  ENGLISH.driving.heading.D3,
  ENGLISH.driving.heading.D2,
  ENGLISH.driving.askFirst.heading,
  ENGLISH.driving.heading.D1,
  ENGLISH.driving.heading.D0,
  undefined,
];
/** "Ask us first" is no leave to drive: it may stand in for any advice. */
const LEAVE = FREEDOM.indexOf(ENGLISH.driving.askFirst.heading);
const freedom = (handout: HandoutDocument): number => FREEDOM.indexOf(headingOf(handout, 'driving'));

describe('a paper of a chart that could not be read in full', () => {
  it('still has danger signs, same-day signs, and the numbers to call', () => {
    expectAlways(
      ({ handout }) =>
        headingOf(handout, 'danger')?.includes('call 911') === true &&
        section(handout, 'danger').length >= 10 &&
        section(handout, 'sameday').at(-1)?.includes('No answer?') === true &&
        handout.callLine === 'Call us: (555) 010-0100' &&
        handout.afterHoursLine.includes('(555) 010-0101'),
    );
  });

  it('has a driving box and the poison number, unless all medicines were read and none is a relaxant', () => {
    expectAlways(({ unread, handout, wholePaper }) => {
      if (unread.MedicationRequest === undefined && headingOf(wholePaper, 'driving') === undefined)
        return undefined;
      return (
        headingOf(handout, 'driving') !== undefined &&
        section(handout, 'danger').join(' ').includes('1-800-222-1222')
      );
    });
  });

  it('says of every unread section that it was not read, in words the patient can act on', () => {
    expectAlways(({ unread, handout }) => {
      const said = `${allWords(handout)}\n${handout.gapsLine}`;
      return Object.entries(unread).every(([name, value]) => {
        const { partial, unread: nothing } = ENGLISH.gaps[name as Section];
        return said.includes(value === 'partial' ? partial : nothing);
      });
    });
  });

  it('never gives more leave to drive than the whole chart', () => {
    expectAlways(
      ({ handout, wholePaper }) => freedom(handout) <= LEAVE || freedom(handout) <= freedom(wholePaper),
    );
  });

  it('says so under the medicines when these were not read', () => {
    expectAlways(({ unread, handout }) =>
      unread.MedicationRequest === undefined || rows(handout).length === 0
        ? undefined
        : section(handout, 'medicine').at(-1)?.includes('Show us all your bottles.'),
    );
  });

  it('prints no last day where the whole chart says to call first', () => {
    expectAlways(({ unread, handout, wholePaper }) => {
      const first = rows(wholePaper).filter(({ lastDay }) => lastDay === ENGLISH.medicine.callUsFirst);
      if (unread.MedicationRequest !== undefined || first.length === 0) return undefined;
      return first.every(
        ({ drug }) =>
          rows(handout).find((row) => row.drug === drug)?.lastDay === ENGLISH.medicine.callUsFirst,
      );
    });
  });

  it('names no pain medicine when one of the sections that could forbid it is unread', () => {
    const feeding = ['MedicationRequest', 'Condition', 'Observation', 'AllergyIntolerance'] as const;
    expectAlways(({ unread, handout }) =>
      feeding.some((name) => unread[name] !== undefined)
        ? !allWords(handout).includes('you may use')
        : undefined,
    );
  });

  it('reassures neither when the problems are unread, nor where the whole chart does not', () => {
    const reassures = (handout: HandoutDocument) => /Most back spasms|Most people/.test(allWords(handout));
    expectAlways(
      ({ unread, handout, wholePaper }) =>
        !reassures(handout) || (unread.Condition === undefined && reassures(wholePaper)),
    );
  });

  it('never says that no muscle relaxer is needed when the medicines were not read', () => {
    expectAlways(({ unread, handout }) =>
      unread.MedicationRequest === undefined
        ? undefined
        : !allWords(handout).includes('You do not need a muscle relaxer'),
    );
  });
});
