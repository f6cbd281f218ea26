import type { RelaxantReview } from '../review/types';
import { isStopped } from './decided';
import type { PaperLine } from './line-book';
import { drugName } from './medicine-names';
import { isTaken } from './medicine-table';
import type { HandoutSection, Run } from './model';
import { isOnlyAsNeeded } from './order-words';
import { isThere, list } from './page-one';
import type { Composition } from './page-one';
import { capitalised, fill, joinNames, plain, sentences } from './runs';
import { isTaperClass, mustNotStopAtOnce } from './taper';

export function howSection(c: Composition): HandoutSection {
  const { text, review, relaxants, book, choices } = c;
  const { how } = text;
  const takeable = relaxants.filter((relaxant) => isTaken(relaxant, choices));
  const note = (id: string, runs: readonly Run[]): PaperLine | undefined =>
    book.line({ id, group: 'Fixed parts', runs, origin: 'general advice', section: 'how', pageOne: true });
  book.add({
    id: 'how.other',
    group: 'Fixed parts',
    text: how.otherMedicines,
    origin: 'always printed',
    lockedOn: true,
  });
  const dry = takeable.some(({ drug }) => how.dryMouth.includes(drug));
  const lines = [
    takeable.length > 0 ? note('how.way', wayRuns(c, takeable)) : undefined,
    ...taperLine(c),
    { id: 'how.other', runs: fill(how.otherMedicines) },
    ...stoppedLines(c),
    takeable.length > 0 ? note('how.sleepy', fill(dry ? how.sleepyDry : how.sleepy)) : undefined,
    ...c.ruleLines.filter((line) => line.place === 'how'),
    fallsLine(c),
    note('how.lock', fill(review.relaxants.length > 1 ? how.lock.many : how.lock.one)),
  ].filter(isThere);
  const items = book.ordered('how', lines).map((line) => line.runs);
  return {
    id: 'how',
    heading:
      takeable.length === 0 ? how.headingNotTaken : relaxants.length > 1 ? how.heading.many : how.heading.one,
    page: 1,
    columns: [[list('bullet', items)]],
  };
}

/** "Take it only this way", and what to do about a missed dose: of what is taken only when needed, there is none to miss. */
function wayRuns({ text, relaxants }: Composition, takeable: readonly RelaxantReview[]): readonly Run[] {
  const { how } = text;
  const regular = takeable.filter((relaxant) => !isOnlyAsNeeded(relaxant));
  const missed = regular.some(({ drug }) => isTaperClass(drug)) ? how.missedTaper : how.missed;
  const drugs = joinNames(
    takeable.map((relaxant) => drugName(relaxant, text)),
    text.listAnd,
  );
  const all = takeable.length === 1 ? how.onlyThisWay.one : how.onlyThisWay.many;
  const thisWay = takeable.length < relaxants.length ? how.onlyTheseThisWay : all;
  return sentences(fill(thisWay, { drugs }), regular.length === 0 ? [] : fill(missed));
}

function taperLine({ relaxants, text, book }: Composition): readonly PaperLine[] {
  const names = relaxants.filter(mustNotStopAtOnce).map((relaxant) => drugName(relaxant, text));
  if (names.length === 0) return [];
  const runs = fill(text.how.taper, { drugs: joinNames(names, text.listOr) });
  book.add({
    id: 'how.taper',
    group: 'For this patient',
    text: plain(runs),
    origin: names.join(', '),
    lockedOn: true,
  });
  return [{ id: 'how.taper', runs }];
}

/** Recently stopped relaxants that need no taper: old pills at home must not be taken again by chance. */
export function stoppedLines({ review, relaxants, text, book }: Composition): readonly PaperLine[] {
  return review.relaxants
    .filter((relaxant) => isStopped(relaxant) && !relaxants.includes(relaxant))
    .map((relaxant) => {
      const runs = fill(text.how.stopped, { drug: drugName(relaxant, text) });
      const id = `how.stopped.${relaxant.drug}`;
      book.add({
        id,
        group: 'For this patient',
        text: capitalised(plain(runs)),
        origin: relaxant.state === 'stopped' ? 'stopped in the chart' : 'you stopped it',
        lockedOn: true,
      });
      return { id, runs };
    });
}

/** At 65 and over, after a fall, with tizanidine (pressure), and when the age is not known. */
function fallsLine({ review, relaxants, text, book }: Composition): PaperLine | undefined {
  const { age } = review.patient;
  const fell = relaxants.some(({ cautions }) => cautions.some((hit) => hit.rule.id === 'X-FALLS'));
  const tizanidine = relaxants.some(({ drug }) => drug === 'tizanidine');
  const origin =
    age === undefined
      ? 'age not known'
      : age >= 65
        ? '65+'
        : fell
          ? 'falls'
          : tizanidine
            ? 'tizanidine'
            : undefined;
  return book.line({
    id: 'how.falls',
    group: 'For this patient',
    runs: fill(text.how.falls),
    origin: origin ?? '65+ or falls',
    section: 'how',
    pageOne: true,
    ...(origin === undefined ? { offByDefault: true } : {}),
  });
}
