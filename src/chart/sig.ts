import { factsOf, isTimed } from './sig-draft';
import type { Clause, DosageFacts, DoseAmount, Draft, Slot } from './sig-draft';
import { doseUnit, plainSig, UNIT_SHAPE } from './sig-words';

/** Reads its match into the draft; false when that contradicts what was read before. */
type Apply = (draft: Draft, match: RegExpExecArray) => boolean;

const N = '(\\d+(?:\\.\\d+)?)';
const RANGE = `${N}(?: ?(?:-|to|or) ?${N})?`;
const DOSE = `${RANGE} ?(${UNIT_SHAPE})`;
const PER_DAY = '(?: ?(?:a|per|each|every|in|in a|/) ?(?:day|24 ?(?:hours?|hrs?|h)(?: period)?)| daily)';
const HOURS = '(?:hours?|hrs?|h)';

const amountOf = (low = '', high: string | undefined, unit = ''): DoseAmount | undefined => {
  const canonical = doseUnit(unit);
  // "05 mg" has lost its decimal point, and nobody knows where.
  if ([low, high ?? ''].some((number) => /^0\d/.test(number))) return undefined;
  const [from, to] = [Number(low), Number(high ?? low)];
  return canonical === undefined || from <= 0 || to < from
    ? undefined
    : { low: from, high: to, unit: canonical };
};

const lastClause = (draft: Draft): Clause => draft.clauses.at(-1) ?? draft.clauses[0];
/** A dose begins a new clause when the one before is whole; a bounded clause before it is a schedule of steps, never a sum. */
const dose: Apply = (draft, [, low, high, unit]) => {
  const amount = amountOf(low, high, unit);
  if (amount === undefined) return false;
  const clause = lastClause(draft);
  if (clause.doses.length === 0) clause.doses = [amount];
  else if (isTimed(clause) && draft.days === undefined && !draft.asNeeded)
    draft.clauses.push({ doses: [amount], daily: false, slots: [], joined: isJoined(draft) });
  else return false;
  return true;
};

/** "1 tablet (10 mg)", "10 mg = 1 tab": the same dose in another unit. */
const equivalent: Apply = (draft, [, low, high, unit]) => {
  const amount = amountOf(low, high, unit);
  const { doses } = lastClause(draft);
  if (amount === undefined || doses.length === 0 || doses.some((known) => known.unit === amount.unit))
    return false;
  doses.push(amount);
  return true;
};

function times(draft: Draft, count: number): boolean {
  const clause = lastClause(draft);
  if (!Number.isInteger(count) || count < 1 || count > 24) return false;
  if (clause.times !== undefined && clause.times !== count) return false;
  clause.times = count;
  return true;
}

/** "every 6 hours": only hours that divide a day; the shorter of a range gives the most doses. */
const everyHours: Apply = (draft, [, hours, longest]) =>
  Number(longest ?? hours) >= Number(hours) && times(draft, 24 / Number(hours));

const upTo: Apply = (draft, [, low, high]) => {
  if (draft.maxTimes !== undefined) return false;
  draft.maxTimes = Number(high ?? low);
  return Number.isInteger(draft.maxTimes) && draft.maxTimes >= 1;
};

const daily: Apply = (draft) => {
  lastClause(draft).daily = true;
  return true;
};

/**
 * Two names of times need a word between them: "every evening at bedtime" is one time in two names, and counting it twice would double
 * the dose. An "and" before the first name adds it to something that was not a name ("with meals and at bedtime").
 */
function at(slot: Slot): Apply {
  return (draft) => {
    const clause = lastClause(draft);
    if (clause.slots.includes(slot)) return true;
    // "in the morning as needed and at bedtime": whether the second one is as needed too is not said.
    if (draft.asNeeded && isJoined(draft)) return false;
    const first = clause.slots.length === 0;
    if (first ? isJoined(draft) : !/,/.test(draft.gap) && !isJoined(draft)) return false;
    // A list in commas alone may also be one time in two names, unless it ends with "and" or a number says how many.
    clause.openList = !first && !isJoined(draft);
    clause.slots.push(slot);
    return true;
  };
}
const morning = at('morning');
const noon = at('noon');
const evening = at('evening');
const bedtime = at('bedtime');

const bounded: Apply = (draft, [, count, unit]) => {
  const days = Number(count) * (unit?.startsWith('w') === true ? 7 : unit?.startsWith('m') === true ? 30 : 1);
  if (draft.days !== undefined && draft.days !== days) return false;
  draft.days = days;
  return Number.isInteger(days) && days >= 1;
};

const most: Apply = (draft, [, value, unit]) => {
  if (draft.max !== undefined) return false;
  draft.max = { value: Number(value), unit: unit === undefined ? undefined : doseUnit(unit) };
  return draft.max.value > 0;
};

const asNeeded: Apply = (draft) => {
  // "1 tablet in the morning and 1 at bedtime as needed": which of the two is as needed is not said.
  if (draft.clauses.length > 1) return false;
  draft.asNeeded = true;
  return true;
};

/** "with meals" may itself say how often, so that another word must: "3 times a day with meals". */
const atMeals: Apply = (draft) => {
  lastClause(draft).meals = true;
  return true;
};

const verb: Apply = () => true;
const nothing: Apply = () => true;

const isJoined = ({ gap }: Draft): boolean => /and|&|\+/.test(gap);
/** What "and" may lead to. Before anything else it would join what is not understood. */
const JOINABLE: ReadonlySet<Apply> = new Set([verb, dose, most, upTo, morning, noon, evening, bedtime]);

/** Reasons that stand behind "for" or "as needed for". Only known words, so that an instruction never hides in a reason. */
const REASON_WORD =
  'pain|spasms?|spasticity|muscles?|back|neck|shoulders?|legs?|arms?|hip|knee|low|lower|upper|severe|moderate|mild|acute|chronic|breakthrough|tightness|tension|stiffness|cramps?|cramping|aches?|discomfort|relaxation|relaxant|relaxer|headaches?|migraines?|sleep|insomnia|anxiety|nausea|vomiting|itching|cough|allergies|wheezing|constipation|inflammation|swelling|fever|sciatica|injury|strain|sprain|nerve|joint|arthritis|infection|multiple sclerosis|blood pressure|high|cholesterol|reflux|heartburn|depression|mood|seizures?|diabetes|thyroid';
const REASON_LINK = '(?: ?[,/] ?| (?:(?:or|and|of|in|to|with|from|due to|related to)(?: (?:the|your))? )?)';
const REASON = `(?:: ?|for (?:the |your )?)?(?:${REASON_WORD})(?:${REASON_LINK}(?:${REASON_WORD}))*`;

const TIME_OF = '(?:(?:taken )?(?:with|at|before|after)(?: the)?|30 minutes before|1 hour before)';
const EVERY = '(?:every|each|in the|q)';
const MAX =
  "(?:(?:do not|don't) (?:take more than|exceed)|not to exceed|no more than|(?:with )?(?:a )?max(?:imum)?(?: dose)?(?: of|:)?|limit(?:ed)?(?: to)?)";

/** Every phrase that is understood. What is not here is not read: the sig then stands as written, and the clinician is asked. */
const PHRASES: readonly (readonly [shape: string, apply: Apply])[] = [
  ['(?:please |patient to |patient may |may |you may |you can )?(?:take|tk|give|swallow|use)', verb],
  ['by mouth|orally|po|oral|per os|by oral route|via oral route|oral route', nothing],
  [DOSE, dose],
  [`\\( ?${DOSE}(?: total| each| per dose| dose)? ?\\)`, equivalent],
  [`= ?${DOSE}`, equivalent],
  [`${RANGE} ?(?:times?|x)${PER_DAY}`, (draft, [, low, high]) => times(draft, Number(high ?? low))],
  [`up to ${RANGE} ?(?:times?|x)${PER_DAY}`, upTo],
  ['(?:once|1 time)(?: daily| a day| per day| each day| every day)', (draft) => times(draft, 1)],
  ['twice(?: daily| a day| per day| each day| every day)|bid', (draft) => times(draft, 2)],
  ['thrice(?: daily| a day| per day)|tid', (draft) => times(draft, 3)],
  ['qid', (draft) => times(draft, 4)],
  [`(?:every|each|q) ?${N}(?: ?(?:-|to) ?${N})? ?${HOURS}`, everyHours],
  ['daily|every day|each day|a day|per day|qd|q ?day', daily],
  [
    `${EVERY} (?:morning|am)|in am|qam|${TIME_OF} breakfast|(?:up)?on (?:waking|awakening)|morning|breakfast`,
    morning,
  ],
  [`at noon|noon|at midday|${TIME_OF} lunch|at lunchtime|lunch`, noon],
  [`${EVERY} evening|evening|${TIME_OF} (?:dinner|supper|evening meal)|dinner|supper`, evening],
  [
    '(?:at|before|every|q) ?(?:bed ?time|bed)|bed ?time|(?:at |q ?)?hs|nightly|at night|(?:every|each) night',
    bedtime,
  ],
  [`(?:for|x)(?: up to)? ?${N} ?(days?|d|weeks?|wks?|months?)`, bounded],
  ['as needed|prn|if needed|when needed|only (?:as|if|when) needed', asNeeded],
  [REASON, nothing],
  [`${MAX} ?${N} ?(${UNIT_SHAPE})?${PER_DAY}`, most],
  [`max(?:imum)? daily dose(?: of|:)? ?${N} ?(${UNIT_SHAPE})`, most],
  [`up to ${N} (${UNIT_SHAPE})${PER_DAY}`, most],
  [`${MAX} ?${RANGE} (?:doses|times)${PER_DAY}`, upTo],
  ['(?:taken )?(?:with|without|with or without|before|after) (?:food|milk|a meal|a snack|eating)', nothing],
  ['(?:30 minutes|1 hour|2 hours) (?:before|after) (?:food|eating|a meal)|on an empty stomach', nothing],
  [
    '(?:30 minutes |1 hour |2 hours )?(?:with|before|after|between) (?:meals|each meal|every meal)|ac|pc',
    atMeals,
  ],
  ['with (?:a (?:full )?glass of |plenty of )?water', nothing],
  [
    'may cause (?:drowsiness|dizziness|sleepiness)|(?:do not|avoid) (?:drive|driving|crush or chew|crush|chew|alcohol|drink(?:ing)? alcohol)|(?:swallow )?whole|finish all(?: of it| of this medicine)?|caution:? (?:drowsiness|sedation)',
    nothing,
  ],
  // What the pharmacy dispenses is no dose: "# 30 tab(s), 0 Refill(s)".
  [`# ?\\d+(?: ?(?:${UNIT_SHAPE}))?|\\d+ refills?`, nothing],
];
const READERS = PHRASES.map(([shape, apply]) => [new RegExp(`^(?:${shape})(?![a-z0-9])`), apply] as const);
/** Uses of the phrases, one each: the first use of a pattern compiles it, the second optimises it. */
export const SIG_USES: readonly (() => void)[] = [...READERS, ...READERS].map(([shape]) => () => {
  shape.test('daily');
});
const GAP = /^(?:[\s,;.()&+]|and\b)*/;
/** A bracket with a dose in it is a phrase of its own. */
const DOSE_IN_BRACKETS = new RegExp(`^\\s*(?=\\( ?${DOSE}(?![a-z]))`);
/** "TK 1 T PO": the retail pharmacy code, where T is a tablet and C a capsule. Without TK, T may be a tablespoon. */
const PHARMACY_CODE = /^tk (\d+(?:\.\d+)?(?: ?(?:-|to) ?\d+(?:\.\d+)?)?) ?([tc])s? (?=po )/;
/** A sig longer than this is a letter, and holds more than times and doses. */
const LONGEST_SIG = 400;

/**
 * Reads an English sig completely or not at all: every word must be understood, and nothing may contradict itself.
 * Undefined means "ask": tapering, alternating, weekly and conditional sigs, "as directed", and every unknown word.
 */
export function readSig(text: string): DosageFacts | undefined {
  if (text.length > LONGEST_SIG) return undefined;
  let rest = plainSig(text).replace(
    PHARMACY_CODE,
    (_, count: string, form: string) => `take ${count} ${form === 't' ? 'tablet' : 'capsule'} `,
  );
  const draft: Draft = { clauses: [{ doses: [], daily: false, slots: [] }], asNeeded: false, gap: '' };
  let afterVerb = false;
  for (;;) {
    const gap = DOSE_IN_BRACKETS.exec(rest)?.[0] ?? GAP.exec(rest)?.[0] ?? '';
    // In "and take 2 tablets" the "and" belongs to the dose.
    draft.gap = afterVerb ? draft.gap + gap : gap;
    rest = rest.slice(gap.length);
    if (rest === '') return factsOf(draft);
    const step = longestStep(rest);
    if (step === undefined || (isJoined(draft) && !JOINABLE.has(step.apply))) return undefined;
    if (!step.apply(draft, step.match)) return undefined;
    afterVerb = step.apply === verb;
    rest = rest.slice(step.match[0].length);
  }
}

function longestStep(rest: string): { match: RegExpExecArray; apply: Apply } | undefined {
  let best: { match: RegExpExecArray; apply: Apply } | undefined;
  for (const [shape, apply] of READERS) {
    const match = shape.exec(rest);
    if (match !== null && match[0].length > (best?.match[0].length ?? 0)) best = { match, apply };
  }
  return best;
}
