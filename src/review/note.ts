import type { Section } from '../chart/types';
import { SECTIONS } from '../chart/types';
import type { AskGroup, AskItem } from '../knowledge/checklist';
import type { Severity } from '../knowledge/vocabulary';
import { ageAndSex } from './age-words';
import { adviceLines, list } from './note-advice';
import type { NotedPaper } from './note-advice';
import { redFlagLines } from './note-red-flags';
import { ownDirection } from './own-direction';
import { partnersOf } from './partners';
import type { Item, ItemHit, Presentation } from './presentation';
import { hiddenLines } from './site-reason';
import type { Decision, RelaxantReview, Review } from './types';
import { usDay } from './us-date';
import type { VisitRecord } from './visit-record';

export interface NoteInput {
  readonly review: Review;
  readonly shown: Presentation;
  /** What stood before anything was decided: findings that are gone since then are named. */
  readonly undecided: Presentation;
  readonly visit: VisitRecord;
  readonly groups: readonly AskGroup[];
  readonly medicineQuestions: readonly AskItem[];
  /** "11/22/2026 10:52" */
  readonly writtenAt: string;
  /** "10:42"; undefined when the chart was not read in full. */
  readonly readAt: string | undefined;
  /** Undefined: no paper could be made. */
  readonly handout: NotedPaper | undefined;
  readonly length: 'short' | 'full';
}

const WIDTH = 98;

/** The review as plain text for the chart: what another clinician needs, in that order; denied and unasked items by name. */
export function noteOf(input: NoteInput): string {
  const { review, writtenAt, length } = input;
  const parts = [
    [
      `BACK SPASM: MEDICINE CAUTION AND RED FLAG REVIEW            ${writtenAt}`,
      ...wrap(whoAndWhat(input), ''),
    ],
    section('RELAXANTS', relaxantLines(input)),
    section('CAUTIONS AND WHAT WAS DONE', cautionLines(input)),
    section('RED FLAGS', redFlagLines(input)),
    section('COULD NOT CHECK', gapLines(input)),
    // What nobody approved was not given.
    section(input.handout?.approved === true ? 'ADVICE GIVEN' : 'ADVICE', adviceLines(input)),
    [
      ...(length === 'full'
        ? wrap(
            `Basis: BackSafe knowledge ${review.knowledge}. Every rule and source is listed in BackSafe under More > Rules and sources.`,
            '',
          )
        : []),
      'Supports, does not replace, clinical judgment.',
    ],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [heading, ...lines.flatMap((line) => wrap(line, '- '))];

function wrap(text: string, mark: string): string[] {
  const lines: string[] = [];
  let line = mark;
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length > WIDTH && line.trim() !== mark.trim()) {
      lines.push(line.trimEnd());
      line = ' '.repeat(mark.length);
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}

const SECTION_WORDS: Readonly<Record<Section, string>> = {
  Condition: 'conditions',
  MedicationRequest: 'medicines',
  AllergyIntolerance: 'allergies',
  Observation: 'labs',
  Procedure: 'procedures',
};

function whoAndWhat({ review, readAt }: NoteInput): string {
  const { patient, completeness } = review;
  const born =
    patient.birthDate === undefined ? 'birth date not in the chart' : `born ${usDay(patient.birthDate.text)}`;
  const read = SECTIONS.filter((one) => completeness[one] === 'complete').map((one) => SECTION_WORDS[one]);
  const not = SECTIONS.filter((one) => completeness[one] !== 'complete').map(
    (one) => `${SECTION_WORDS[one]} ${completeness[one].replace('-', ' ')}`,
  );
  const when = readAt === undefined ? 'Chart not read in full' : `Chart read ${readAt}`;
  const all = read.length === 0 ? 'nothing was read in full.' : `${list(read)} read in full.`;
  const rest = not.length === 0 ? '' : ` Not read in full: ${not.join(', ')} (see COULD NOT CHECK).`;
  return `${ownDirection(patient.name ?? 'No name in the chart')}, ${ageAndSex(patient)}, ${born}. ${when}: ${all}${rest}`;
}

function relaxantLines({ review, visit }: NoteInput): string[] {
  const listed = review.relaxants.map((relaxant) => {
    const sig = [...new Set(relaxant.orders.flatMap((order) => order.dosages.map(({ text }) => text)))]
      .filter((text) => text !== '')
      .map((text) => `"${ownDirection(text)}"`);
    const since = relaxant.since === undefined ? 'no date' : `since ${usDay(relaxant.since.text)}`;
    const named = [ownDirection(relaxant.text), ...sig].join(' ');
    if (relaxant.planned?.alsoOrdered === false) return `${named}: PLANNED at this visit, not in the chart.`;
    const plan = relaxant.planned === undefined ? '' : ', PLANNED beside an order in the chart';
    return `${named} (${since}${stateWords(relaxant)}${plan}): ${decisionWords(relaxant.decision)}.`;
  });
  const aside = Object.values(visit.setAside).map(
    ({ name, reason }) =>
      `${ownDirection(name)}: SET ASIDE, ${reason === 'patient not taking' ? 'patient reports not taking' : reason}.`,
  );
  const told = [
    ...listed,
    ...aside,
    ...visit.said.map((name) => `Patient also takes ${name}: said at this visit, not in the chart.`),
    ...Object.values(visit.named).map(
      (name) => `One entry that was not recognised: called ${name} at this visit.`,
    ),
  ];
  if (listed.length + aside.length > 0) return told;
  const none = noRelaxant(review);
  return [none, ...told];
}

function noRelaxant(review: Review): string {
  return review.completeness.MedicationRequest === 'complete'
    ? 'None in the medicines that were read.'
    : 'Could not be looked for: medicines were not read in full.';
}

function stateWords({ state, stale }: RelaxantReview): string {
  const state_ = state === 'current' ? '' : `, ${state === 'on-hold' ? 'on hold' : 'stopped'} in the chart`;
  return stale ? `${state_}, old order` : state_;
}

function decisionWords(decision: Decision | undefined): string {
  switch (decision?.kind) {
    case undefined:
      return 'no change recorded';
    case 'change':
      return `CHANGED to ${decision.how}`;
    case 'hold':
      return decision.until === undefined ? 'HELD' : `HELD until ${usDay(decision.until)}`;
    case 'stop':
      return 'STOPPED';
  }
}

const SEVERITIES: Readonly<Record<Severity, string>> = {
  contraindicated: 'Contraindicated',
  serious: 'Serious',
  caution: 'Caution',
  counsel: 'Teaching point',
};

function cautionLines(input: NoteInput): string[] {
  const { shown, undecided, review } = input;
  const lines = shown.items.map(
    (item) => `${SEVERITIES[item.severity]}: ${item.headline}. ${actionOf(item, input)}${ids(item, input)}`,
  );
  const gone = undecided.items.flatMap((item) => goneOf(item, shown.items, input));
  if (gone.length > 0) lines.push(`No longer apply after the changes above: ${gone.join('; ')}.`);
  if (shown.cautions.length > 0)
    lines.push(
      `Other cautions: ${shown.cautions.map((item) => item.headline + ids(item, input)).join('; ')}.`,
    );
  else if (review.relaxants.length > 0)
    lines.push(
      `${shown.items.length === 0 ? 'Nothing' : 'No other caution'} matched in what could be read; ${review.checksRun} of ${review.checksTotal} checks ran.`,
    );
  return [...lines, ...hiddenLines(review)];
}

const ids = ({ hits }: Pick<Item, 'hits'>, { length }: NoteInput): string =>
  length === 'short' ? '' : ` [${[...new Set(hits.map(({ hit }) => hit.rule.id))].join(', ')}]`;

/** What of an item stood before the decisions and is heavy no more: the whole item by its headline, else the parts by their rules. */
function goneOf(item: Item, now: readonly Item[], input: NoteInput): string[] {
  const still = new Set(now.flatMap(({ hits }) => hits.filter(isHeavy).map(({ hit }) => hit.rule.id)));
  const heavy = item.hits.filter(isHeavy);
  const gone = heavy.filter(({ hit }) => !still.has(hit.rule.id));
  if (gone.length === 0) return [];
  const names = gone.length === heavy.length ? [item.headline] : gone.map(({ hit }) => hit.rule.title);
  const severity = SEVERITIES[gone[0]?.hit.severity ?? item.severity].toLowerCase();
  return [`${[...new Set(names)].join(', ')} (${severity})${ids({ hits: gone }, input)}`];
}

const isHeavy = ({ hit: { severity } }: ItemHit): boolean =>
  severity === 'contraindicated' || severity === 'serious';

function actionOf(item: Item, { visit }: NoteInput): string {
  const kept = new Set(
    item.hits.flatMap(({ hit }) =>
      hit.kept === undefined ? [] : [hit.kept === '' ? 'Kept.' : `Kept: ${hit.kept}.`],
    ),
  );
  const changed = new Set(
    item.hits.flatMap(({ relaxant, hit }) =>
      relaxant.decision === undefined || hit.rule.group === 'stopping'
        ? []
        : // To what it was changed stands at the medicine.
          [
            `${sentence(relaxant.name)} ${relaxant.decision.kind === 'change' ? 'changed' : decisionWords(relaxant.decision).toLowerCase()}.`,
          ],
    ),
  );
  const others = new Set(partnersOf(item.hits).flatMap(({ reference }) => visit.changing[reference] ?? []));
  const parts = [...kept, ...changed, ...[...others].map((name) => `To be changed: ${ownDirection(name)}.`)];
  return parts.length === 0 ? 'Shown, no action recorded.' : parts.join(' ');
}

function gapLines({ shown, review, visit, length }: NoteInput): string[] {
  const named = shown.couldNotCheck.map(({ text, rules, hides }) => {
    if (length === 'short') return text;
    const could = hides === undefined ? '' : `: a ${SEVERITIES[hides].toLowerCase()} finding could be hidden`;
    return `${text}${could}${rules.length === 0 ? '' : ` [${rules.join(', ')}]`}`;
  });
  const lines = length === 'short' && named.length > 0 ? [named.join('; ')] : named;
  const unknown = review.unrecognised.map(({ text }) => ownDirection(text));
  const told = Object.values(visit.setAside).some(({ reason }) => reason === 'patient not taking');
  return [
    ...lines,
    ...(unknown.length === 0 ? [] : [`Not recognised, no check looked at: ${unknown.join('; ')}`]),
    ...(told ? ['Fill dates: not read; "not taking" is patient report'] : []),
  ];
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
