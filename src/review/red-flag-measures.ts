import type { RedFlagLimb } from '../knowledge/rule';
import { dated } from './evidence-date';
import { sectionMissing } from './facts';
import type { Facts } from './facts';
import type { LimbResult } from './red-flag-limbs';
import type { Evidence, Missing } from './types';
import type { Vital } from './vitals';

/** A high temperature of the window fires; a normal one, or none, clears nothing else and hides nothing. */
export function temperatureLimb(
  { temperature: { atLeast, withinDays }, tier }: Extract<RedFlagLimb, { temperature: unknown }>,
  facts: Facts,
): LimbResult {
  // An undated value cannot be placed: it counts, labelled.
  const recent = facts.vitals.temperatures.filter(({ ageDays }) => (ageDays ?? 0) <= withinDays);
  const high = recent.filter(({ value }) => value !== undefined && value >= atLeast);
  return {
    fired: high.map((vital) => ({ tier, evidence: evidenceOf(vital, `${round(vital.value)} °C`) })),
    missing: unread(facts, 'temperature', recent),
  };
}

/** The newest weight of the window against the heaviest of the same window. */
export function weightLossLimb(
  { weightLoss: { percent, withinDays }, tier }: Extract<RedFlagLimb, { weightLoss: unknown }>,
  facts: Facts,
): LimbResult {
  const recent = facts.vitals.weights.filter(({ ageDays }) => ageDays !== undefined && ageDays <= withinDays);
  const missing = unread(facts, 'weight', recent);
  const [newest, ...earlier] = recent.filter(({ value }) => value !== undefined);
  const heaviest = earlier.reduce<Vital | undefined>(
    (most, vital) => (most === undefined || (vital.value ?? 0) > (most.value ?? 0) ? vital : most),
    undefined,
  );
  if (newest?.value === undefined || heaviest?.value === undefined) return { fired: [], missing };
  const lost = ((heaviest.value - newest.value) / heaviest.value) * 100;
  if (lost < percent) return { fired: [], missing };
  return {
    fired: [
      { tier, evidence: evidenceOf(newest, `${round(newest.value)} kg, ${Math.floor(lost)}% lower`) },
      { tier, evidence: evidenceOf(heaviest, `${round(heaviest.value)} kg before`) },
    ],
    missing,
  };
}

const round = (value: number | undefined): number => Math.round((value ?? 0) * 10) / 10;

function unread(facts: Facts, name: 'temperature' | 'weight', recent: readonly Vital[]): Missing[] {
  const section = sectionMissing(facts, 'Observation');
  if (section !== undefined) return [section];
  return recent.some(({ value }) => value === undefined)
    ? [{ key: name, kind: 'lab', why: `${name} (value or unit not readable)` }]
    : [];
}

function evidenceOf({ entry }: Vital, text: string): Evidence {
  const date = dated(entry.effective ?? entry.issued);
  return {
    reference: entry.reference,
    text,
    ...date,
    detail: [entry.text, ...(date.date === undefined ? ['no date'] : [])].join(' · '),
    basis: 'value',
    by: `LOINC ${entry.codings.find((coding) => coding.system === 'loinc')?.code ?? ''}`,
    label: text,
  };
}
