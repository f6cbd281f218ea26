/**
 * The first nine digits (labeler and product) of an NDC in the 11-digit form, or undefined when it is not an NDC.
 * Charts write 10 digits with hyphens (4-4-2, 5-3-2, 5-4-1), 11 digits with or without hyphens (5-4-2), or labeler and product only.
 * Ten digits without hyphens are ambiguous: all three readings are returned.
 * https://www.fda.gov/drugs/drug-approvals-and-databases/national-drug-code-database-background-information
 */
export function ndc9Readings(code: string): readonly string[] {
  const text = code.trim();
  const parts = text.split('-');
  if (parts.length === 3 || parts.length === 2) {
    const [labeler = '', product = ''] = parts;
    if (!/^\d{4,5}$/.test(labeler) || !/^\d{3,4}$/.test(product)) return [];
    return [labeler.padStart(5, '0') + product.padStart(4, '0')];
  }
  if (/^\d{11}$/.test(text)) return [text.slice(0, 9)];
  if (/^\d{10}$/.test(text))
    return [`0${text.slice(0, 8)}`, `${text.slice(0, 5)}0${text.slice(5, 8)}`, text.slice(0, 9)];
  return [];
}
