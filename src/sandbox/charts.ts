import { daysBetween, shiftDates } from './days';
import { isJson, jsonOf, jsonsOf, textOf } from './json';
import type { Json } from './json';

/** One synthetic patient with everything on file, its dates moved so that the sample's "today" is the sandbox's. */
export interface Chart {
  readonly id: string;
  readonly patient: Json;
  readonly resources: readonly Json[];
  /** What this patient is there to show, one line. */
  readonly story: string;
  /** Types that this EHR refuses to the app, whatever the scopes say. */
  readonly notPermitted: readonly string[];
  /** The longest page of a search. */
  readonly pageSize: number;
}

/** The code system of the tags that tell the sandbox how a sample behaves. */
const SANDBOX_TAGS = 'https://backsafe.example/sandbox';
const PAGE_SIZE = 100;

/**
 * The charts of the sample Bundles, by patient id. A Bundle's `timestamp` is its own "today".
 *
 * @throws Error when a Bundle has no timestamp or not exactly one Patient.
 */
export function chartsOn(bundles: readonly unknown[], today: string): ReadonlyMap<string, Chart> {
  return new Map(
    bundles.map((bundle) => {
      const chart = chartOn(jsonOf(bundle), today);
      return [chart.id, chart];
    }),
  );
}

function chartOn(bundle: Json, today: string): Chart {
  const name = textOf(bundle.id);
  const itsToday = textOf(bundle.timestamp).slice(0, 10);
  if (Number.isNaN(Date.parse(itsToday))) throw new Error(`Sample ${name} has no timestamp`);
  const days = daysBetween(itsToday, today);
  const resources = jsonsOf(bundle.entry)
    .map(({ resource }) => shiftDates(resource, days))
    .filter(isJson);
  const [patient, ...others] = resources.filter(({ resourceType }) => resourceType === 'Patient');
  if (patient === undefined || others.length > 0) throw new Error(`Sample ${name} needs exactly one Patient`);
  const tags = jsonsOf(jsonOf(bundle.meta).tag).filter(({ system }) => system === SANDBOX_TAGS);
  const behind = (prefix: string): readonly string[] =>
    tags
      .map(({ code }) => textOf(code))
      .filter((code) => code.startsWith(prefix))
      .map((code) => code.slice(prefix.length));
  return {
    id: textOf(patient.id),
    patient,
    resources,
    story: textOf(tags.find(({ code }) => code === 'story')?.display),
    notPermitted: behind('not-permitted-'),
    pageSize: Number(behind('page-size-')[0] ?? PAGE_SIZE),
  };
}
