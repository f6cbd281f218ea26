import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SAMPLES = fileURLToPath(new URL('../fhir/samples/', import.meta.url));

interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly subject?: unknown;
  readonly patient?: unknown;
}
interface SampleBundle {
  readonly timestamp: string;
  readonly entry: readonly { readonly resource: Resource }[];
}

const readSample = (file: string) => JSON.parse(readFileSync(`${SAMPLES}${file}`, 'utf8')) as SampleBundle;

/**
 * A Bundle of one patient with `size` resources: two relaxants with all that speaks against them, then ever more of a long
 * ordinary chart. `id` names the patient.
 */
export function largeChart(size: number, id = 'maria-lopez'): unknown {
  const { timestamp, entry } = readSample('maria-lopez.json');
  const [patient, ...own] = entry.map(({ resource }) => resource);
  const subject = { reference: `Patient/${id}` };
  const owned = (resource: Resource | undefined, name: string) => ({
    ...resource,
    id: name,
    ...(resource?.subject === undefined ? {} : { subject }),
    ...(resource?.patient === undefined ? {} : { patient: subject }),
  });
  const filling = readSample('genevieve-belanger-desrosiers.json')
    .entry.map(({ resource }) => resource)
    .filter(({ resourceType }) => resourceType !== 'Patient' && resourceType !== 'Practitioner');
  const more = Array.from({ length: Math.max(0, size - 1 - own.length) }, (_, at) =>
    owned(filling[at % filling.length], `more-${at}`),
  );
  const resources = [{ ...patient, id }, ...own.map((one) => owned(one, one.id)), ...more].slice(0, size);
  return {
    resourceType: 'Bundle',
    type: 'collection',
    id,
    timestamp,
    entry: resources.map((resource) => ({ resource })),
  };
}
