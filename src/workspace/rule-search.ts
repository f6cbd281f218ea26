import { CAUTION_RULES } from '../knowledge/cautions/all';
import { basisOf } from '../knowledge/cautions/basis';
import { cautionCard, redFlagCard } from '../knowledge/in-words/card';
import type { RuleCard } from '../knowledge/in-words/card';
import { asLine } from '../knowledge/in-words/words';
import { RED_FLAG_RULES } from '../knowledge/red-flags/all';
import { redFlagBasisOf } from '../knowledge/red-flags/basis';
import type { RedFlagTier, Severity } from '../knowledge/vocabulary';

export type Grade = Severity | RedFlagTier;

/** From the strictest to the mildest of each kind. */
export const GRADES: readonly Grade[] = [
  'contraindicated',
  'serious',
  'caution',
  'counsel',
  'emergency',
  'urgent-sameday',
  'urgent',
  'consider',
];

/** Every rule that ships, with its basis. A rule without one would be a fault of the build: it stands with what is known of it. */
export const RULE_CARDS: readonly RuleCard[] = [
  ...CAUTION_RULES.map((rule) =>
    cautionCard({ ...rule, ...(basisOf(rule.id) ?? { clinician: rule.short, sources: [] }) }),
  ),
  ...RED_FLAG_RULES.map((rule) =>
    redFlagCard({
      ...rule,
      ...(redFlagBasisOf(rule.id) ?? { clinician: rule.short, sources: [], patient: '' }),
    }),
  ),
];

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

/** All that a search can find of a rule. */
const FOUND_BY: ReadonlyMap<string, string> = new Map(
  RULE_CARDS.map((card) => {
    const { trigger } = card;
    const when =
      trigger.kind === 'caution'
        ? asLine(trigger.words.when)
        : trigger.limbs.flatMap(({ what, notes }) => [what, ...notes]).join(' ');
    const sources = card.sources.map(({ from, section }) => `${from.title} ${section}`).join(' ');
    const texts = [card.short, card.clinician, card.consider, card.patient, when, sources];
    return [card.id, plain([card.id, card.title, card.gradeName, ...texts].join(' '))];
  }),
);

/** The id and title of a rule, for which it stands before those that only mention the words. */
const NAMED: ReadonlyMap<string, string> = new Map(
  RULE_CARDS.map(({ id, title }) => [id, plain(`${id} ${title}`)]),
);

/**
 * Rules that hold every word of the search and are of one of the chosen grades, those named so first; no grade chosen is every grade.
 */
export function rulesToShow(query: string, grades: ReadonlySet<Grade>): readonly RuleCard[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const holds = (texts: ReadonlyMap<string, string>, id: string) =>
    words.every((word) => texts.get(id)?.includes(word) === true);
  const found = RULE_CARDS.filter(
    ({ id, grade }) => (grades.size === 0 || grades.has(grade)) && holds(FOUND_BY, id),
  );
  const named = (card: RuleCard) => holds(NAMED, card.id);
  return [...found.filter(named), ...found.filter((card) => !named(card))];
}
