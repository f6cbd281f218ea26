const DAY_MS = 86_400_000;
/** Elements that hold a date in the resources of the sandbox. A code such as "2160" under another name stays as it is. */
const DATE_ELEMENT = /(?:Date|DateTime|authoredOn|issued|start|end|lastUpdated)$/;
const FHIR_DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T.*)?)?)?$/;

/** The calendar day where the clock stands, YYYY-MM-DD. */
export function dayOf(clock: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${clock.getFullYear()}-${two(clock.getMonth() + 1)}-${two(clock.getDate())}`;
}

/** Whole days from one YYYY-MM-DD to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The value with every FHIR date in it moved by whole days; times of day and offsets stay. */
export function shiftDates(value: unknown, days: number, element = ''): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => shiftDates(item, days, element));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, shiftDates(inner, days, name)]),
    );
  return typeof value === 'string' && DATE_ELEMENT.test(element) ? shiftDate(value, days) : value;
}

function shiftDate(date: string, days: number): string {
  const parts = FHIR_DATE.exec(date);
  if (parts === null) return date;
  const [, year = '', month, day, time = ''] = parts;
  // A year or a month alone moves as its middle does, so that a small shift leaves it as it was.
  const full = `${year}-${month ?? '07'}-${day ?? (month === undefined ? '02' : '15')}`;
  const moved = new Date(Date.parse(full) + days * DAY_MS).toISOString().slice(0, 10);
  if (month === undefined) return moved.slice(0, 4);
  return day === undefined ? moved.slice(0, 7) : moved + time;
}

/** Completed years at `today`, both YYYY-MM-DD. */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
