/**
 * eGFR by the 2021 CKD-EPI creatinine equation (no race term), mL/min/1.73 m².
 * Source: Inker et al., N Engl J Med 2021;385:1737, https://doi.org/10.1056/NEJMoa2102953
 */
export function ckdEpi2021(creatinineMgDl: number, age: number, sex: 'male' | 'female'): number {
  const kappa = sex === 'female' ? 0.7 : 0.9;
  const alpha = sex === 'female' ? -0.241 : -0.302;
  const ratio = creatinineMgDl / kappa;
  const value =
    142 *
    Math.min(ratio, 1) ** alpha *
    Math.max(ratio, 1) ** -1.2 *
    0.9938 ** age *
    (sex === 'female' ? 1.012 : 1);
  return Math.round(value);
}

/** Creatinine clearance in mL/min. Source: Cockcroft and Gault, Nephron 1976;16:31, https://doi.org/10.1159/000180580 */
export function cockcroftGault(
  creatinineMgDl: number,
  age: number,
  weightKg: number,
  sex: 'male' | 'female',
): number {
  const value = ((140 - age) * weightKg) / (72 * creatinineMgDl);
  return Math.round(value * (sex === 'female' ? 0.85 : 1));
}
