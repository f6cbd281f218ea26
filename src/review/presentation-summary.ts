import { DRIVING_WORDS } from '../knowledge/driving-words';
import type { Severity } from '../knowledge/vocabulary';
import { strictest } from './driving';
import type { Presentation, SummaryEntry } from './presentation';
import type { Review } from './types';

/** One driving advice for all relaxants: the strictest, and what raised it. */
export function drivingLine(review: Review): Presentation['driving'] {
  const active = review.relaxants.filter((relaxant) => relaxant.state !== 'stopped');
  const tier = strictest(active.map((relaxant) => relaxant.driving.tier));
  if (tier === undefined) return undefined;
  const raising = active
    .filter((relaxant) => relaxant.driving.tier === tier)
    .flatMap((r) => r.driving.raisedBy);
  return {
    tier,
    word: DRIVING_WORDS[tier].word,
    raisedBy: [...new Set(raising.map((item) => item.label.replaceAll('_', ' ')))],
  };
}

type Parts = Omit<Presentation, 'summary'>;

/** Fixed order; zero entries left out; the count of checks that could not run always stands when it is not zero. */
export function summarise(parts: Parts, review: Review): SummaryEntry[] {
  const notRun = entry(
    'not-run',
    parts.couldNotCheck.length,
    (n) => (n === 1 ? '1 check could not run' : `${n} checks could not run`),
    'could-not-check',
  );
  const count = (severity: Severity) => parts.items.filter((item) => item.severity === severity).length;
  const entries: (SummaryEntry | undefined)[] = [
    entry(
      'emergency',
      parts.emergency.length,
      (n) => `${n} emergency ${n === 1 ? 'finding' : 'findings'}`,
      'emergency',
    ),
    entry('contraindicated', count('contraindicated'), (n) => `${n} contraindicated`, 'first'),
    entry('serious', count('serious'), (n) => `${n} serious`, 'first'),
    notRun,
    entry(
      'not-recognised',
      review.unrecognised.length,
      (n) => (n === 1 ? '1 entry not recognised' : `${n} entries not recognised`),
      'not-recognised',
    ),
    parts.driving === undefined
      ? undefined
      : { kind: 'driving', text: `Driving: ${parts.driving.word.toLowerCase()}`, target: 'medicines' },
    {
      kind: 'red-flags',
      text: redFlagText(parts.redFlags.length + parts.emergency.length),
      target: 'red-flags',
    },
  ];
  return entries.filter((item) => item !== undefined);
}

function redFlagText(count: number): string {
  if (count === 0) return 'Red flags: symptoms not asked';
  return `${count} red ${count === 1 ? 'flag' : 'flags'} in history, symptoms not asked`;
}

function entry(
  kind: SummaryEntry['kind'],
  count: number,
  text: (count: number) => string,
  target: string,
): SummaryEntry | undefined {
  return count === 0 ? undefined : { kind, text: text(count), target };
}
