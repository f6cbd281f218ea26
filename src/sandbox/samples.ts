import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Not `new URL('…', import.meta.url)`: under a browser environment Vite takes that for an asset of the app.
const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../fhir/samples/');

/** The synthetic patients of the project, in the order of their file names. @throws when a file is not JSON */
export function loadSamples(folder = FOLDER): readonly unknown[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
}
