import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What changed in the groups of codes between two releases, member by member, for the person who reviews them. */

/** File name → JSON text. */
export type Folder = ReadonlyMap<string, string>;

const HOME = 'fhir/ValueSet';

/** ValueSets of a folder on disk, or of a commit, tag or branch of this repository. */
export function readFolder(where: string): Folder {
  if (existsSync(where) && statSync(where).isDirectory())
    return new Map(
      readdirSync(where)
        .filter((name) => name.endsWith('.json'))
        .map((name) => [name, readFileSync(join(where, name), 'utf8')]),
    );
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64_000_000 });
  const paths = git('ls-tree', '-r', '--name-only', where, HOME).split('\n');
  return new Map(
    paths
      .filter((path) => path.endsWith('.json'))
      .map((path) => [basename(path), git('show', `${where}:${path}`)]),
  );
}

interface Part {
  readonly id?: string;
  readonly system: string;
  readonly concept?: readonly {
    readonly code: string;
    readonly display: string;
    readonly designation?: readonly { readonly value: string }[];
  }[];
  readonly filter?: readonly { readonly value: string }[];
}
interface ValueSet {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly compose?: { readonly include?: readonly Part[]; readonly exclude?: readonly Part[] };
}

const SYSTEMS: Readonly<Record<string, string>> = {
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'RxNorm',
  'http://snomed.info/sct': 'SNOMED CT',
  'http://www.whocc.no/atc': 'ATC',
  'http://hl7.org/fhir/sid/icd-10-cm': 'ICD-10-CM',
  'http://hl7.org/fhir/sid/icd-10': 'ICD-10',
  'http://hl7.org/fhir/sid/icd-9-cm': 'ICD-9-CM',
};

// Written by us; tests/terminology/value-sets.test.ts holds its shape.
const parse = (text: string): ValueSet => JSON.parse(text) as ValueSet;

/** One line for each member: code with its name, other name, prefix; those that are out begin with "not". */
function members({ compose }: ValueSet): readonly string[] {
  const lines = (parts: readonly Part[], out: string) =>
    parts.flatMap(({ id = '', system, concept = [], filter = [] }) => {
      const name = SYSTEMS[system] ?? 'words';
      const part = name === 'RxNorm' ? `, ${id}` : '';
      return [
        ...concept.flatMap(({ code, display, designation = [] }) => [
          `${out}${name} ${code} ${display}${part}`,
          ...designation.map(({ value }) => `${out}name "${value}" of ${display}`),
        ]),
        ...filter.flatMap(({ value }) =>
          value
            .replace(/^\((.*)\)\.\*$/, '$1')
            .replaceAll('\\.', '.')
            .split('|')
            .map((prefix) => `${out}${name} ${prefix} and below`),
        ),
      ];
    });
  return [...lines(compose?.include ?? [], ''), ...lines(compose?.exclude ?? [], 'not ')];
}

/** The printed difference: groups that came or went, and the members that each gained or lost. */
export function diffOf(before: Folder, after: Folder): readonly string[] {
  const lines: string[] = [];
  let [changed, added, removed] = [0, 0, 0];
  for (const file of [...new Set([...before.keys(), ...after.keys()])].toSorted()) {
    const [old, now] = [before.get(file), after.get(file)].map((text) =>
      text === undefined ? undefined : parse(text),
    );
    const was = new Set(old === undefined ? [] : members(old));
    const is = new Set(now === undefined ? [] : members(now));
    const gone = [...was].filter((member) => !is.has(member));
    const come = [...is].filter((member) => !was.has(member));
    const described = old?.description !== now?.description || old?.title !== now?.title;
    if (gone.length + come.length === 0 && !described) continue;
    changed += 1;
    removed += gone.length;
    added += come.length;
    const state = old === undefined ? ' (new)' : now === undefined ? ' (gone)' : '';
    lines.push(`${basename(file, '.json')}: ${(now ?? old)?.title ?? ''}${state}`);
    if (old !== undefined && now !== undefined) {
      if (described)
        lines.push(`  ~ was: ${old.title}. ${old.description}`, `  ~ is:  ${now.title}. ${now.description}`);
      if (gone.length + come.length > 0 && old.version === now.version)
        lines.push(`  ! its version is still ${now.version}`);
    }
    lines.push(...gone.map((member) => `  - ${member}`), ...come.map((member) => `  + ${member}`));
  }
  return [
    ...lines,
    changed === 0
      ? 'No member changed.'
      : `${changed} of ${new Set([...before.keys(), ...after.keys()]).size} groups changed: ${added} added, ${removed} removed.`,
  ];
}
