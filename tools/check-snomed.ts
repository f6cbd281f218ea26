import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Every SNOMED CT code in fhir/ValueSet must stand in the Global Patient Set of 2020-09-30, the release that may be
 * redistributed under CC BY 4.0, with the display written beside it. The set is read from the pinned HL7 Terminology package.
 */
const PACKAGE = 'hl7.terminology.r4@7.0.1';
const SNOMED = 'http://snomed.info/sct';

interface Concept {
  readonly code: string;
  readonly display: string;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function snomedConcepts(valueSet: unknown): Concept[] {
  if (!isObject(valueSet) || !isObject(valueSet.compose) || !Array.isArray(valueSet.compose.include))
    return [];
  const includes: unknown[] = valueSet.compose.include;
  return includes.flatMap((include) => {
    if (!isObject(include) || include.system !== SNOMED || !Array.isArray(include.concept)) return [];
    const concepts: unknown[] = include.concept;
    return concepts.flatMap((concept) =>
      isObject(concept) && typeof concept.code === 'string'
        ? [{ code: concept.code, display: typeof concept.display === 'string' ? concept.display : '' }]
        : [],
    );
  });
}

/** Downloads the package to a temporary folder and compares. Returns one sentence per code that is wrong. */
export function checkSnomed(folder: string): { readonly checked: number; readonly wrong: readonly string[] } {
  const scratch = mkdtempSync(join(tmpdir(), 'backsafe-'));
  try {
    const packed = execFileSync('npm', ['pack', '--silent', PACKAGE], {
      cwd: scratch,
      encoding: 'utf8',
    }).trim();
    execFileSync('tar', ['-xzf', packed, 'package/ValueSet-snomed-intl-gps.json'], { cwd: scratch });
    const gps = snomedConcepts(
      JSON.parse(readFileSync(join(scratch, 'package/ValueSet-snomed-intl-gps.json'), 'utf8')),
    );
    const displays = new Map(gps.map((concept) => [concept.code, concept.display]));
    const wrong: string[] = [];
    let checked = 0;
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')))
      for (const concept of snomedConcepts(JSON.parse(readFileSync(join(folder, file), 'utf8')))) {
        checked += 1;
        const display = displays.get(concept.code);
        if (display === undefined) wrong.push(`${file}: ${concept.code} is not in the Global Patient Set`);
        else if (display !== concept.display)
          wrong.push(`${file}: ${concept.code} is "${display}", not "${concept.display}"`);
      }
    return { checked, wrong };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
