/** Mutants that no chart can tell from the rule, each with the reason. Anything else that no case notices is a hole in the cases. */
export interface Equivalent {
  readonly mutant: RegExp;
  readonly why: string;
}

export const EQUIVALENT: readonly Equivalent[] = [
  {
    mutant:
      /^(?:X-NO-SPASTICITY|DAN-ACUTE-SPASM|TOL-INDICATION): trigger\.all\[0\]\.condition with spasticity$/,
    why: 'The other limb is clear whenever spasticity is on file, so that it stands in the first one changes nothing.',
  },
  {
    mutant: /^(?:SPINAL_INFECTION|TB|AAA|AORTIC_DISSECTION): limbs\[1\]\.history only → true$/,
    why: 'An active entry stands already by the limb before, at a worse tier.',
  },
  {
    mutant: /^WEIGHT_LOSS: limbs\[[23]\]\.beside\[(?:1\]\.history added|5\]\.history only → true)$/,
    why: 'Beside weight loss a cancer counts active by one limb and as history by another; either way it stands.',
  },
  {
    mutant:
      /^(?:CANCER_HISTORY|SPINAL_INFECTION|TB|AAA|AORTIC_DISSECTION|WEIGHT_LOSS): limbs\[\d\](?:\.beside\[5\])?\.unconfirmedWithinDays added$/,
    why: 'A limb for history alone never looks at an unconfirmed entry.',
  },
  {
    mutant:
      /^(?:(?:SPINE_PROCEDURE|DIALYSIS_OR_LINE): limbs\[\d\]|AAA: limbs\[3\])\.bands\[0\]\.problemList added$/,
    why: 'A procedure is on no problem list: its limb does not read the mark.',
  },
  {
    mutant: /^FRACTURE_COMBINATION: limbs\[0\]\.of\[2\]\[1\]\.beside/,
    why: 'A small fall decides only with an age over 70 or with steroids among the other features, and either makes it count.',
  },
  {
    mutant: /\.recent added$/,
    why: 'No class of the limb has a look-back (knowledge/windows), so nothing that ended counts.',
  },
  {
    mutant: /^driving metaxalone: raisedBy\.any\[(?:0\]\.any\[0|2)\]\.medicine with /,
    why: 'Both lists raise metaxalone: a class of one is no stranger in the other.',
  },
  {
    mutant: /^(?:egfr|egfrRaceWorded)\.units without mL\/min\/\S*1\.73\S*$/,
    why: 'Spellings of one unit: they are compared without signs.',
  },
  {
    mutant: /^alt\.units without (?:\[iU\]|IU)\/L$/,
    why: 'Spellings of one unit: they are compared without signs.',
  },
  {
    mutant: /^IMPLIED\./,
    why: 'The wide ValueSets hold every code and word of the narrow ones; the list says so for codes still to come.',
  },
];
