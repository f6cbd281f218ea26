import type { AskItem } from '../knowledge/checklist';
import { shownDate } from './evidence-date';
import type { NoteInput } from './note';
import { ownDirection } from './own-direction';
import type { Evidence } from './types';

/** Red flags as another clinician needs them: what the chart holds, what was asked, denied and not asked, each by name. */
export function redFlagLines({ review, visit, groups, medicineQuestions }: NoteInput): string[] {
  const entries = new Map<string, Evidence>();
  for (const { evidence } of review.redFlags)
    for (const item of evidence)
      if (item.basis !== 'answer' && !item.reference.startsWith('Patient/'))
        entries.set(item.reference, item);
  const chart = [...entries.values()].map(
    (entry) =>
      `${ownDirection(entry.text)}, ${shownDate(entry) ?? 'no date'}${entry.by === '' ? '' : ` (${entry.by})`}`,
  );
  const missing = review.redFlagsNotChecked.length > 0 || review.completeness.Condition !== 'complete';
  const said = (value: boolean | undefined, items: readonly AskItem[]) =>
    items
      .filter(({ linkId }) => visit.answers[linkId] === value)
      .map(({ linkId }) => LABELS[linkId] ?? linkId);
  const all = [...groups.flatMap((group) => group.items), ...medicineQuestions];
  const emergency = groups.filter((group) => group.emergency).flatMap((group) => group.items);
  const other = all.filter((item) => !emergency.includes(item));
  const lines: [string, readonly string[]][] = [
    ['In the chart', chart],
    ['Told at this visit', Object.values(visit.newOrNot).map(({ words }) => words)],
    ['Asked, yes', said(true, all)],
    ['Asked, no', said(false, all)],
    ['NOT asked, emergency questions', said(undefined, emergency)],
    ['Not asked, other', said(undefined, other)],
    ['Exam', typed(visit.exam)],
    ['Plan', typed(visit.plan)],
  ];
  return [
    ...(chart.length > 0
      ? []
      : [
          missing
            ? 'In the chart: could not be looked for in full (see COULD NOT CHECK).'
            : 'In the chart: none found in the conditions and medicines we could read.',
        ]),
    ...lines.flatMap(([head, items]) => (items.length === 0 ? [] : [`${head}: ${items.join('; ')}.`])),
  ];
}

/** As the clinician wrote it, without the full stop that follows. */
const typed = (words: string): string[] => {
  const text = words.trim().replace(/\.$/, '');
  return text === '' ? [] : [text];
};

/** What was asked, as another clinician would write it. */
const LABELS: Readonly<Record<string, string>> = {
  'neuro-weak': 'leg weakness or foot drop',
  'ces-bilat': 'both-leg symptoms',
  'ces-urine': 'trouble passing or holding urine',
  'ces-bowel': 'loss of stool',
  'ces-saddle': 'saddle numbness',
  'ces-sex': 'sexual function',
  chest: 'chest pain or short of breath',
  aorta: 'sudden tearing pain or fainting',
  trauma: 'fall or injury',
  steroid: 'steroids for 3 months or more',
  fever: 'fever, chills or sweats',
  infect: 'recent dental, skin or line infection',
  inject: 'injected drugs',
  ca: 'cancer history',
  wt: 'weight loss',
  night: 'constant or night pain',
  duration: 'duration over 4 to 6 weeks or failed treatment',
  inflam: 'onset before 45 with morning stiffness',
  viscus: 'urinary or abdominal symptoms',
  preg: 'pregnancy, monthly pain or bleeding',
  alcohol_heavy: 'heavy alcohol or cannabis',
  commercial_driver: 'drives for work',
  stopping_or_gap: 'missed, ran out of or stopped a relaxant',
  no_contraception: 'could become pregnant without birth control',
  planning_pregnancy: 'plans a pregnancy',
  spasticity_needed: 'needs the muscle tone to stand or move',
  metaxalone_640_switch: 'switch to or from metaxalone 640 mg',
  baclofen_concentrate: 'baclofen liquid of unclear strength',
  relaxant_reaction: 'bad reaction to a muscle relaxer',
};
