import type { JsonObject } from '../../src/chart/fhir-guards';
import { chartFromBundle } from '../../src/chart/from-bundle';
import type { Chart } from '../../src/chart/types';
import { PATIENT } from './one-patient-ehr';

export const bundle = (entry: unknown, more: JsonObject = {}): JsonObject => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry,
  ...more,
});
/** A Bundle of one Patient and these resources. */
export const holding = (...resources: readonly unknown[]): JsonObject =>
  bundle([PATIENT, ...resources].map((resource) => ({ resource })));
export const readBundle = (...resources: readonly unknown[]): Chart => chartFromBundle(holding(...resources));
export const conditionsOf = (chart: Chart): readonly string[] =>
  chart.conditions.map(({ reference }) => reference);
