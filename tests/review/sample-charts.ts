import { readFileSync } from 'node:fs';
import { chartFromBundle } from '../../src/chart/from-bundle';
import type { BundleOptions } from '../../src/chart/from-bundle';
import type { Chart } from '../../src/chart/types';
import type { Review } from '../../src/review/types';
import { ROOT, relaxantOf, reviewChart } from './chart';

export const SAMPLES = `${ROOT}fhir/samples/`;
export const sampleChart = (name: string, options: BundleOptions = {}): Chart =>
  chartFromBundle(JSON.parse(readFileSync(`${SAMPLES}${name}.json`, 'utf8')), options);
export const read = (name: string, options: BundleOptions = {}): Review =>
  reviewChart(sampleChart(name, options));

/** Rule ids of a relaxant that a clinician reads as a warning: contraindicated and serious ones. */
export const loud = (review: Review, drug: string): readonly string[] =>
  relaxantOf(review, drug)
    .cautions.filter(({ severity }) => severity === 'contraindicated' || severity === 'serious')
    .map(({ rule, severity }) => `${severity === 'serious' ? '' : '! '}${rule.id}`);
export const flags = (review: Review) => review.redFlags.map(({ rule, tier }) => `${tier} ${rule.id}`);
export const flagIds = (review: Review) => review.redFlags.map(({ rule }) => rule.id);
export const tiers = (review: Review) =>
  review.relaxants.map(({ drug, driving }) => `${drug} ${driving.tier}`);
export const raisedBy = (review: Review, drug: string) =>
  relaxantOf(review, drug).driving.raisedBy.map(({ text }) => text);
export const openRules = (review: Review) => [
  ...review.relaxants.flatMap(({ notChecked }) => notChecked.map(({ rule }) => rule.id)),
  ...review.redFlagsNotChecked.map(({ rule }) => rule.id),
];
