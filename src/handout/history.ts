import type { HandoutText } from './content/text';
import type { PaperLine } from './line-book';
import type { HandoutLine } from './model';
import type { Composition } from './page-one';
import { fill, sentences } from './runs';

interface HistoryNote {
  readonly id: keyof HandoutText['history']['notes'];
  /** Red flags behind it, whatever their tier. */
  readonly flags: readonly string[];
  readonly group: HandoutLine['group'];
}

/** Neutral words for what the chart holds. All are off until chosen; two of them name, or come near to naming, an illness. */
const NOTES: readonly HistoryNote[] = [
  {
    id: 'bones',
    flags: ['OSTEOPOROSIS_FRAGILITY', 'VERTEBRAL_FRACTURE', 'LONGTERM_STEROID', 'FRACTURE_COMBINATION'],
    group: 'For this patient',
  },
  { id: 'thinner', flags: ['ANTICOAGULATION'], group: 'For this patient' },
  { id: 'vessel', flags: ['AAA'], group: 'For this patient' },
  { id: 'infections', flags: ['IMMUNOSUPPRESSION', 'DIALYSIS_OR_LINE'], group: 'Sensitive' },
  { id: 'cancer', flags: ['CANCER_HISTORY'], group: 'Sensitive' },
];

/** "Because of your health history, call us early …", with the notes that were chosen; undefined when none was. */
export function historyLine({ review, text, site, book }: Composition): PaperLine | undefined {
  const notes = NOTES.flatMap(({ id, flags, group }) => {
    const found = review.redFlags.filter(({ rule }) => flags.includes(rule.id));
    if (found.length === 0) return [];
    const line = text.history.notes[id];
    return (
      book.line({
        id: `history.${id}`,
        group,
        runs: fill(line, line.includes('{emergency}') ? { emergency: site.emergencyNumber } : {}),
        origin: [...new Set(found.map(({ rule }) => rule.title))].join(', '),
        section: 'foryou',
        fixedPlace: true,
        offByDefault: true,
      }) ?? []
    );
  });
  if (notes.length === 0) return undefined;
  return { id: 'history', runs: sentences(...notes.map(({ runs }) => runs), fill(text.history.call)) };
}
