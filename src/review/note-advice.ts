import { DRIVING_WORDS } from '../knowledge/driving-words';
import type { NoteInput } from './note';
import { ownDirection } from './own-direction';

/** The paper that the patient was given, or would be. */
export interface NotedPaper {
  readonly pages: number;
  /** As it stands now. */
  readonly approved: boolean;
  readonly largePrint: boolean;
  /** "English" */
  readonly languages: readonly string[];
  /** The last that was approved; 0 when none was. */
  readonly version: number;
  /** "10:51"; undefined when that version went to no print window. */
  readonly printedAt: string | undefined;
  /** "driving": what the patient told back correctly. */
  readonly toldBack: readonly string[];
  readonly recheckDays: number;
  /** "11/29/2026 9:40 AM", as typed; empty when nothing was. */
  readonly nextVisit: string;
}

/** As the paper says it: a dose that ends becomes no stable one. */
const ENDS = 'No driving while taking it; when after the last dose, the patient is to ask.';

function drivingLine({ shown: { driving }, review }: NoteInput): string[] {
  if (driving === undefined) return [];
  const strictest = review.relaxants.filter(
    ({ state, driving: { tier } }) => state !== 'stopped' && tier === driving.tier,
  );
  // At its last step nothing raises it further.
  const adds = strictest.some(({ driving: { base, tier } }) => base !== tier) ? 'raised by' : 'also';
  const raised =
    driving.raisedBy.length === 0 ? '' : ` (${adds} ${list(driving.raisedBy.map(ownDirection))})`;
  const ends = strictest.every(({ decision }) => decision?.kind === 'stop');
  return [
    `Driving: ${driving.word.toLowerCase()}${raised}. ${ends ? ENDS : DRIVING_WORDS[driving.tier].tooltip}`,
  ];
}

/** What the patient is told: driving, the paper, and when to come back. */
export function adviceLines(input: NoteInput): string[] {
  const { handout } = input;
  return [...drivingLine(input), ...(handout === undefined ? ['Handout: none made.'] : paperLines(handout))];
}

function paperLines(given: NotedPaper): string[] {
  const { pages, largePrint, languages, approved, version, printedAt, toldBack, recheckDays, nextVisit } =
    given;
  const print = largePrint ? ', large print' : '';
  const paper = `${list(languages)}${print}, ${pages} ${pages === 1 ? 'page' : 'pages'}`;
  const printed = printedAt === undefined ? '' : `, printed ${printedAt}`;
  const state =
    version === 0
      ? 'not approved yet'
      : approved
        ? `version ${version}, approved${printed}`
        : `changed since version ${version} was approved${printed}; as it stands now not approved`;
  return [
    `Handout: ${paper}, ${state}.`,
    ...(toldBack.length === 0 ? [] : [`Told back correctly: ${toldBack.join(', ')}.`]),
    // Page 2 says so: it is advice once the paper is.
    ...(version === 0
      ? []
      : [`Recheck in ${recheckDays} days${nextVisit.trim() === '' ? '' : `, ${nextVisit.trim()}`}.`]),
  ];
}

/** "a, b and c" */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
