import type { HandoutDocument, MedicineRow } from '../handout/model';

/** The row of the medicine table for each drug, wherever it stands on the paper. */
export function printedRows(document: HandoutDocument): readonly MedicineRow[] {
  return document.sections.flatMap((section) =>
    section.columns.flat().flatMap((block) => (block.kind === 'medicines' ? block.rows : [])),
  );
}
