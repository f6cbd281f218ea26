import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../fhir/samples/', import.meta.url));

/** The synthetic patients of the project, in the order of their file names. @throws when a file is not JSON */
export function loadSamples(folder = FOLDER): readonly unknown[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
}
