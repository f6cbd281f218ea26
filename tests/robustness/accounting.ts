import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { chartFromBundle } from '../../src/chart/from-bundle';
import type { Chart } from '../../src/chart/types';
import { collectFacts } from '../../src/review/facts';
import type { Recognised } from '../../src/review/recognise';
import { review } from '../../src/review/review';
import { reportOf } from '../../src/review/report';
import { EMPTY_VISIT } from '../../src/review/types';
import { TODAY, bundle, terminology } from '../review/chart';
import type { Bundle, Resource } from '../review/chart';
import { SAMPLES } from '../review/sample-charts';

const samples = readdirSync(SAMPLES).flatMap((file) =>
  (JSON.parse(readFileSync(`${SAMPLES}${file}`, 'utf8')) as Bundle).entry.map(({ resource }) => resource),
);
const ofType = (type: string) => samples.filter(({ resourceType }) => resourceType === type);
const counted = [...ofType('MedicationRequest'), ...ofType('Condition')];
const beside = [
  ...ofType('AllergyIntolerance'),
  ...ofType('Observation'),
  ...ofType('Procedure'),
  ...ofType('MedicationStatement'),
];

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Every place inside a resource, as a list of keys; its name and type stay, because they tell what the server means to send. */
function placesIn(value: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (!isJson(value)) return [];
  return Object.keys(value).flatMap((key) =>
    at.length === 0 && (key === 'resourceType' || key === 'id')
      ? []
      : [[...at, key], ...placesIn(value[key], [...at, key])],
  );
}

/** The value with another one at that place; `undefined` takes the place away. */
function withAt(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined || !isJson(value)) return put;
  const inner = rest.length === 0 ? put : withAt(value[key], rest, put);
  if (Array.isArray(value))
    return value.flatMap((member: unknown, index) =>
      String(index) !== key ? [member] : inner === undefined ? [] : [inner],
    );
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      name !== key ? [[name, member]] : inner === undefined ? [] : [[name, inner]],
    ),
  );
}

const STATUSES =
  'active on-hold cancelled completed entered-in-error stopped draft unknown resolved refuted provisional'.split(
    ' ',
  );
const JUNK: readonly unknown[] = [
  undefined,
  undefined,
  null,
  '',
  ' ',
  0,
  -1,
  1e21,
  true,
  [],
  {},
  [null],
  [[]],
  '2026-13-45',
  '0001-01-01',
  '9999',
  '#1',
  'Patient/other',
  'http://example.org/Patient/p',
  '__proto__',
  'constructor',
  '\u0000',
  '🦴'.repeat(40),
  'no evidence of',
  'family history of',
  'tizanidine',
  'cauda equina syndrome',
  'Z85.3',
  { reference: 'Patient/other' },
  { coding: [{}] },
  ...STATUSES,
];

/** Something of another resource at the same place, else anything. */
const mutated = (pool: readonly Resource[]): fc.Arbitrary<Resource> =>
  fc
    .tuple(
      fc.constantFrom(...pool),
      fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constantFrom(...JUNK), fc.constantFrom(...pool))), {
        maxLength: 5,
      }),
    )
    .map(([resource, changes]) => {
      let changed: unknown = {
        ...resource,
        ...(resource.resourceType === 'AllergyIntolerance' ? { patient: OWN } : { subject: OWN }),
      };
      for (const [where, put] of changes) {
        const places = placesIn(changed);
        const place = places[where % Math.max(1, places.length)];
        if (place === undefined) continue;
        const [top = ''] = place;
        const other = isJson(put) && 'resourceType' in put ? put[top] : put;
        changed = withAt(changed, other === put ? place : [top], other);
      }
      return changed as Resource;
    });

const OWN = { reference: 'Patient/p' };
const PATIENT: Resource = { resourceType: 'Patient', id: 'p', gender: 'female', birthDate: '1961-05-04' };

/** Orders and problems that a broken, foreign or careless system might send, a few other entries beside them; one in ten has no id. */
export function fuzzedResources(size: number): fc.Arbitrary<readonly Resource[]> {
  return fc
    .tuple(
      fc.array(mutated(counted), { minLength: size, maxLength: size }),
      fc.array(mutated(beside), { maxLength: 4 }),
    )
    .map(([main, more]) => [
      PATIENT,
      ...[...main, ...more].map((resource, index) =>
        index % 10 === 9 ? withoutId(resource) : { ...resource, id: `r${index}` },
      ),
    ]);
}

function withoutId(resource: Resource): Resource {
  return Object.fromEntries(Object.entries(resource).filter(([key]) => key !== 'id')) as unknown as Resource;
}

export type Place = 'matched' | 'known' | 'not recognised' | 'did not count';

/** Where each order and problem of the chart went. Known entries are only counted by the engine: `other` must be their number. */
export function placesOf(chart: Chart, recognised: Recognised): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  const put = (reference: string, place: Place) =>
    places.set(reference, [...(places.get(reference) ?? []), place]);
  const aside = new Set(recognised.didNotCount.map(({ reference }) => reference));
  for (const entry of [...chart.medications, ...chart.conditions]) places.set(entry.reference, []);
  for (const reference of aside) if (places.has(reference)) put(reference, 'did not count');
  for (const { reference } of recognised.unrecognised)
    if (places.has(reference)) put(reference, 'not recognised');
  for (const { entry } of recognised.conditions) put(entry.reference, 'matched');
  for (const { order, match } of recognised.orders) {
    // Orders that ended are kept for the rules that look back; their place is "did not count".
    if (aside.has(order.reference) || match.recognition === 'not-recognised') continue;
    put(order.reference, match.recognition === 'matched' ? 'matched' : 'known');
  }
  for (const { reference } of chart.conditions)
    if (places.get(reference)?.length === 0) put(reference, 'known');
  return places;
}

/** What is wrong with the accounting of one Bundle: nothing, when every order and problem is in exactly one place. */
export function lostIn(resources: readonly Resource[]): readonly string[] {
  const chart = chartFromBundle(bundle(resources));
  const { recognised } = collectFacts(chart, terminology, TODAY, EMPTY_VISIT);
  const problems: string[] = [];
  const sent = resources.filter(({ resourceType }) => resourceType !== 'Patient').length;
  const read =
    [chart.medications, chart.conditions, chart.allergies, chart.procedures].flat().length + resultsOf(chart);
  if (read + chart.foreignEntries !== sent)
    problems.push(`${sent} sent, ${read} read, ${chart.foreignEntries} of another patient`);
  const places = placesOf(chart, recognised);
  for (const [reference, where] of places)
    if (where.length !== 1) problems.push(`${reference}: ${where.join(' and ') || 'nowhere'}`);
  const known = [...places.values()].filter(([place]) => place === 'known').length;
  const rest = recognised.other - known;
  const others = chart.allergies.length + chart.procedures.length;
  if (rest < 0 || rest > others) problems.push(`${recognised.other} counted as known, ${known} are`);
  // The whole way to the line of the command must hold too.
  JSON.stringify(reportOf('fuzz', review(chart, { terminology, asOf: TODAY, visit: EMPTY_VISIT })));
  return problems;
}

/** One Observation may hold several results: they are one resource. */
const resultsOf = (chart: Chart): number =>
  new Set(chart.observations.map(({ reference }) => reference)).size;
