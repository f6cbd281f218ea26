/** The US order; a partial date as exact as it is. */
export function usDay(text: string): string {
  const [, year, month, date] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text) ?? [];
  if (year === undefined) return text;
  return [month, date, year].filter((part) => part !== undefined).join('/');
}
