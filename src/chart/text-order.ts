/**
 * Order by code units, for days (YYYY-MM-DD), references and keys. `localeCompare` asks the language of the browser, and there some
 * languages skip hyphens: the same chart must read the same in every browser.
 */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
