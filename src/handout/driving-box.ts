import type { DrivingTier } from '../knowledge/vocabulary';
import type { RelaxantReview, Review } from '../review/types';
import type { HandoutText, OneOrMany } from './content/text';
import type { LineBook, PaperLine } from './line-book';
import { drugName, partnersOf } from './medicine-names';
import { mayTakeRelaxant, medicinesRead } from './medicines-read';
import type { HandoutSection, Run } from './model';
import { capitalisedRuns, fill, joinNames, plain, sentences } from './runs';

const TIERS: readonly DrivingTier[] = ['D0', 'D1', 'D2', 'D3'];

/** The one driving advice of the paper: the strictest tier over all listed relaxants, after raising. */
export interface PaperDriving {
  readonly tier: DrivingTier;
  readonly several: boolean;
  /** Relaxants whose tier it is. */
  readonly drugs: readonly string[];
  /** Medicines that raised it and that paper may name. */
  readonly raisedBy: readonly string[];
  /** What was not read and may make the advice stricter; only for the two mild tiers, which must not sound final then. */
  readonly askFirst?: AskFirst;
}

type AskFirst = 'medicines' | 'chart';

export function paperDriving(
  review: Review,
  relaxants: readonly RelaxantReview[],
  text: HandoutText,
): PaperDriving {
  const tier =
    TIERS.findLast((candidate) => relaxants.some(({ driving }) => driving.tier === candidate)) ?? 'D3';
  const strictest = relaxants.filter(({ driving }) => driving.tier === tier);
  const drugs = [...new Set(strictest.map((relaxant) => drugName(relaxant, text)))];
  const raisers = strictest.flatMap(({ driving }) => partnersOf(driving.raisedBy, review, text).names);
  return {
    tier,
    several: relaxants.length > 1,
    drugs,
    raisedBy: [...new Set(raisers)].filter((name) => !drugs.includes(name)),
    ...(tier === 'D0' || tier === 'D1' ? notRead(review, relaxants) : {}),
  };
}

function notRead(review: Review, relaxants: readonly RelaxantReview[]): Pick<PaperDriving, 'askFirst'> {
  const missing = relaxants.flatMap(({ driving }) => driving.notChecked);
  if (!medicinesRead(review) || missing.some(({ key }) => key === 'MedicationRequest'))
    return { askFirst: 'medicines' };
  return missing.length > 0 ? { askFirst: 'chart' } : {};
}

/** Point 2 of "3 things to know": the same tier in one line. */
export function drivingPoint(driving: PaperDriving, taken: boolean, { know }: HandoutText): readonly Run[] {
  const { tier, several, raisedBy, askFirst } = driving;
  // "After your first dose" is not yet true of what is held.
  if (tier === 'D1' && askFirst === undefined && !taken)
    return fill(several ? know.onceTaken.many : know.onceTaken.one);
  const point = askFirst === undefined ? know.driving[tier] : know.askBeforeDriving;
  return fill(several || raisedBy.length > 0 ? point.many : point.one);
}

export function drivingBox(
  driving: PaperDriving,
  review: Review,
  text: HandoutText,
  book: LineBook,
): HandoutSection {
  const { tier, several, raisedBy, drugs, askFirst } = driving;
  const heading = askFirst === undefined ? text.driving.heading[tier] : text.driving.askFirst.heading;
  const form = (words: OneOrMany): string =>
    several || (tier === 'D3' && raisedBy.length > 0) ? words.many : words.one;
  const named = joinNames([...drugs, ...raisedBy], text.listOr);
  const [first, ...rest] = text.driving.body[tier].map((line) => fill(form(line), { drugs: named }));
  const addsTo = tier !== 'D3' && raisedBy.length > 0 ? raisedLine(raisedBy, text) : [];
  const items: (readonly Run[])[] = [...(first === undefined ? [] : [sentences(first, addsTo)]), ...rest];
  if (tier === 'D2' || tier === 'D3') items.push(fill(text.driving.nextDay));
  items.push(fill(form(text.driving.charged)));
  if (askFirst !== undefined) items.unshift(fill(text.driving.askFirst[askFirst]));
  book.add({
    id: 'driving.box',
    group: 'Driving',
    text: [heading, ...items.slice(0, 2).map(plain)].join(' · '),
    origin: origin(driving),
    lockedOn: true,
  });
  const work = workLine(review, text, book);
  if (work !== undefined) items.push(work.runs);
  return box(heading, items);
}

const box = (heading: string, items: readonly (readonly Run[])[]): HandoutSection => ({
  id: 'driving',
  heading,
  page: 1,
  columns: [[{ kind: 'list', marker: 'bullet', items }]],
});

/**
 * Driving when no relaxant is listed but the list cannot be trusted: the patient may well take one.
 * Undefined when every medicine was read and recognised.
 */
export function unknownDrivingBox(
  review: Review,
  text: HandoutText,
  book: LineBook,
): HandoutSection | undefined {
  if (!mayTakeRelaxant(review)) return undefined;
  const { askFirst, body } = text.driving;
  const first = fill(medicinesRead(review) ? askFirst.unmatched : askFirst.medicines);
  book.add({
    id: 'driving.box',
    group: 'Driving',
    text: [askFirst.heading, plain(first)].join(' · '),
    origin: medicinesRead(review) ? 'a medicine was not recognised' : 'medicines could not be read',
    lockedOn: true,
  });
  return box(askFirst.heading, [first, ...body.D0.map((line) => fill(line.one))]);
}

function raisedLine(raisedBy: readonly string[], text: HandoutText): readonly Run[] {
  const others = capitalisedRuns(joinNames(raisedBy, text.listAnd));
  const form = raisedBy.length > 1 ? text.driving.addsTo.many : text.driving.addsTo.one;
  return fill(form, { others });
}

function origin({ tier, drugs, raisedBy, askFirst }: PaperDriving): string {
  const raised = raisedBy.length > 0 ? `, raised by ${raisedBy.join(', ')}` : '';
  // The screen shows the tier of what was read, the paper says less: never without saying why.
  const doubt =
    askFirst === undefined ? '' : `; paper says “ask us first”: ${NOT_READ[askFirst]} not read in full`;
  return `${DRIVING_WORD[tier]}: ${drugs.join(', ')}${raised}${doubt}`;
}

const NOT_READ = { medicines: 'medicines', chart: 'the chart' } as const;

const DRIVING_WORD: Readonly<Record<DrivingTier, string>> = {
  D0: 'check yourself',
  D1: 'wait and see',
  D2: 'not yet',
  D3: 'no',
};

/** Offered always; on once the patient said that he or she drives for work. */
function workLine(review: Review, text: HandoutText, book: LineBook): PaperLine | undefined {
  const drivesForWork = review.relaxants.some(({ cautions }) =>
    cautions.some((hit) => hit.rule.id === 'X-CMV'),
  );
  return book.line({
    id: 'driving.work',
    group: 'Driving',
    runs: fill(text.driving.work),
    section: 'driving',
    fixedPlace: true,
    pageOne: true,
    origin: drivesForWork ? 'drives for work' : 'if the patient drives for work',
    ...(drivesForWork ? {} : { offByDefault: true }),
  });
}
