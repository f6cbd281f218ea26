import { compose } from '../../src/handout/compose';
import type { HandoutDocument, HandoutLine, MedicineRow, SectionId } from '../../src/handout/model';
import type { HandoutChoices, HandoutSite } from '../../src/handout/model';
import type { Review } from '../../src/review/types';
import { readUnits } from './reading-level';
import { input, review } from './review-factory';

/** The paper of the usual patient with these differences. */
export const paperOf = (
  changes: Partial<Review> = {},
  choices: Partial<HandoutChoices> = {},
  site: Partial<HandoutSite> = {},
): HandoutDocument => compose(input(review(changes), choices, site));

/** What one section says, an item a string; nothing when the section is not there. */
export const section = (handout: HandoutDocument, id: SectionId): readonly string[] =>
  readUnits(handout.sections.filter((each) => each.id === id));

export const headingOf = (handout: HandoutDocument, id: SectionId): string | undefined =>
  handout.sections.find((each) => each.id === id)?.heading;

export const allWords = (handout: HandoutDocument): string => readUnits(handout.sections).join('\n');

export function lineOf(handout: HandoutDocument, id: string): HandoutLine {
  const found = handout.lines.find((line) => line.id === id);
  if (found === undefined) throw new Error(`The rail has no line "${id}"`);
  return found;
}

export const rows = ({ sections }: HandoutDocument): readonly MedicineRow[] =>
  sections.flatMap(({ columns }) =>
    columns.flat().flatMap((block) => (block.kind === 'medicines' ? block.rows : [])),
  );

export function onlyRow(handout: HandoutDocument): MedicineRow {
  const [row, ...more] = rows(handout);
  if (row === undefined || more.length > 0) throw new Error('The paper has not exactly one medicine');
  return row;
}
