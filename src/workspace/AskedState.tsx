import type { ReactElement } from 'react';
import type { Review } from '../review/types';
import { askGroups, askedOf } from './ask';
import { Quiet } from './parts';
import { useVisit } from './visit-context';

/** Beside the red flags once something was asked: how much, and which emergency questions are still open. */
export function AskedState({ review }: { readonly review: Review }): ReactElement {
  const { visit } = useVisit();
  const { asked, total, emergencyNotAsked } = askedOf(askGroups(review), visit.answers);
  return (
    <Quiet>
      {asked === 0 ? 'Symptoms: not asked.' : `Symptoms: ${asked} of ${total} asked.`}
      {asked === 0 || emergencyNotAsked.length === 0
        ? ''
        : ` Emergency, not asked: ${emergencyNotAsked.map(({ linkId }) => SHORT[linkId] ?? linkId).join(', ')}.`}
    </Quiet>
  );
}

/** On the tab of a narrow frame. */
export function AskedCount({ review }: { readonly review: Review }): ReactElement {
  const { visit } = useVisit();
  const { asked, total } = askedOf(askGroups(review), visit.answers);
  return <>{`(${asked} of ${total})`}</>;
}

const SHORT: Readonly<Record<string, string>> = {
  'neuro-weak': 'leg weakness',
  'ces-bilat': 'both legs',
  'ces-urine': 'urine',
  'ces-bowel': 'stool',
  'ces-saddle': 'saddle numbness',
  'ces-sex': 'sexual function',
  chest: 'chest pain',
  aorta: 'tearing pain or fainting',
};
