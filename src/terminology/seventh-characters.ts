/**
 * The 7th character of ICD-10-CM injury and fracture codes tells the phase of care: A, B and C active treatment, D to R follow-up,
 * S a late effect. A late effect is never a recent injury; follow-up of a fracture is a healing fracture.
 * ICD-10-CM Official Guidelines, section I.C.19.a, https://www.cdc.gov/nchs/icd/icd-10-cm/files.html
 */
export type Phase = 'active' | 'follow-up' | 'late-effect';

const FOLLOW_UP = new Set(['D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P', 'Q', 'R']);

/** `code` without the dot. Undefined for codes that carry no 7th character; they read as active. */
export function phaseOf(code: string): Phase | undefined {
  if (code.length !== 7 || !/^[STVWXYM]/.test(code)) return undefined;
  const last = code.charAt(6);
  if (last === 'S') return 'late-effect';
  return FOLLOW_UP.has(last) ? 'follow-up' : 'active';
}

/** Groups that an injury code enters only in some phases. A group that is not listed takes every phase. */
const PHASES: ReadonlyMap<string, readonly Phase[]> = new Map<string, readonly Phase[]>([
  ['vertebral_fracture', ['active']],
  ['vertebral_fracture_healing', ['follow-up']],
  ['trauma', ['active', 'follow-up']],
  ['low_energy_fall', ['active', 'follow-up']],
  ['falls', ['active', 'follow-up']],
  ['acute_back_spasm', ['active', 'follow-up']],
  ['infection_serious', ['active', 'follow-up']],
  ['spine_procedure', ['active', 'follow-up']],
  ['dialysis_or_line', ['active', 'follow-up']],
]);

/** Does an injury code of this phase count for the group? Osteoporotic fractures (M48.5, M80) count while they heal. */
export function countsInPhase(group: string, code: string): boolean {
  const phase = phaseOf(code);
  const osteoporotic = code.startsWith('M');
  if (group === 'vertebral_fracture_healing') return phase === 'follow-up' && !osteoporotic;
  if (phase === undefined) return true;
  if (group === 'vertebral_fracture' && osteoporotic) return phase !== 'late-effect';
  return PHASES.get(group)?.includes(phase) ?? true;
}

/**
 * Poisoning, toxic effect and asphyxiation carry the intent as the 6th character: 2 is intentional self-harm, 1 is an accident.
 * `code` without the dot; a late effect (S) is the past.
 */
export function isSelfHarm(code: string): boolean {
  return /^T(3[6-9]|[45]\d|6[0-5]|71)..2/.test(code) && phaseOf(code) !== 'late-effect';
}
