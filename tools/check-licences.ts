import { readFileSync } from 'node:fs';

/** What may be part of the app: licences that ask for a notice and no more. */
const SHIPPED = ['MIT', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause'];
/** What may help to make and test it besides: weak copyleft and dedications, for tools that are not passed on. */
const TOOLS = [
  ...SHIPPED,
  '0BSD',
  'MIT-0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'MPL-2.0',
  '(MIT OR CC0-1.0)',
];

export interface Locked {
  readonly licence: string | undefined;
  /** False for what `npm ci --omit=dev` installs. */
  readonly toolOnly: boolean;
}

/** The packages of a package-lock.json by their place in the tree, links and the project itself left out. */
export function lockedPackages(lockfile: unknown): ReadonlyMap<string, Locked> {
  const packages = record(record(lockfile)?.packages) ?? {};
  return new Map(
    Object.entries(packages).flatMap(([place, value]): [string, Locked][] => {
      const entry = record(value);
      if (place === '' || entry === undefined || entry.link === true) return [];
      const licence = typeof entry.license === 'string' ? entry.license : undefined;
      return [[place, { licence, toolOnly: entry.dev === true }]];
    }),
  );
}

/** One sentence for each package whose licence is missing or not among those agreed on. */
export function checkLicences(packages: ReadonlyMap<string, Locked>): readonly string[] {
  if (packages.size === 0) return ['the lockfile names no package'];
  return [...packages].flatMap(([place, { licence, toolOnly }]) => {
    if (licence !== undefined && (toolOnly ? TOOLS : SHIPPED).includes(licence)) return [];
    const use = toolOnly ? 'a tool' : 'part of the app';
    return [`${place}: the licence ${licence ?? '(none stated)'} is not agreed on for ${use}`];
  });
}

export const readLockfile = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
