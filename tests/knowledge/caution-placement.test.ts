import { describe, expect, it } from 'vitest';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';

/**
 * Where each finding stands on screen and what it writes on paper: id, group, start, kind of patient line.
 * Decided for the reader of one minute and for the paper that others at home read; a new rule has to be placed here by hand.
 */
const PLACES = `
X-ALLERGY allergy open decide
CAR-CARBAMATE allergy open decide
OAC-ASPIRIN-ALLERGY allergy open decide
CAR-TRIPLE breathing open decide
DZP-RESP breathing open decide
X-OPIOID breathing open watch
X-BZD-HYPNOTIC breathing open watch
X-ALCOHOL breathing open sensitive
X-MOUD breathing closed sensitive
X-OSA-COPD breathing closed watch
X-GABAPENTINOID breathing closed watch
X-SEDATING-OTC breathing cautions watch
X-FALLS falls open watch
X-DEMENTIA falls open sensitive
X-CNS3-65 falls open never
X-BEERS-SMR falls open never
DZP-BEERS falls open never
CYC-ER-ELDERLY falls open decide
X-DEMENTIA-OTHER falls closed sensitive
X-BAC-TIZ-65 falls cautions watch
X-DUP double open decide
CYC-MAOI serotonin open decide
CYC-TRAMADOL-SEIZURE serotonin open decide
MTX-SEROTONIN serotonin open watch
CYC-SEROTONIN serotonin open watch
TIZ-CYP1A2-STRONG level open decide
TIZ-OC level open sensitive
TIZ-CYP1A2-OTHER level open watch
TIZ-FQ-OTHER level cautions watch
DZP-INHIB level cautions watch
CAR-2C19-LOW level cautions watch
CAR-2C19-INDUCE level cautions watch
TIZ-SMOKING level teaching teach
TIZ-ALPHA2 pressure open decide
TIZ-LOW-BP pressure closed watch
X-BP-MEDS pressure cautions watch
BAC-RENAL-AVOID kidney open watch
MTX-ORGAN-SEVERE kidney open decide
OAC-RENAL kidney open decide
TOL-ORGAN kidney open decide
BAC-EGFR60-ADULT kidney closed watch
TIZ-RENAL kidney closed watch
MTX-ORGAN-MILD kidney cautions watch
CAR-ORGAN kidney cautions watch
MET-ORGAN kidney cautions watch
BAC-NEPHROTOXIC kidney teaching watch
DAN-LIVER liver open decide
DZP-LIVER-SEVERE liver open decide
TIZ-LIVER liver open watch
TIZ-ALT liver open decide
CHL-LIVER liver open decide
CYC-ER-LIVER liver open decide
CYC-IR-LIVER-MODSEV liver open decide
DAN-HIGHRISK liver open never
DAN-HEPATOTOX liver closed watch
CYC-IR-LIVER-MILD liver closed watch
THI-LIVER liver cautions watch
EPE-LIVER liver cautions watch
TIZ-LFT-MONITOR liver teaching teach
CHL-WARN-SX liver teaching teach
CYC-CARDIAC heart open decide
CYC-THYROID heart open decide
ORP-CARDIAC heart cautions watch
DAN-CARDIOPULM heart cautions watch
ORP-GU dry open decide
ORP-GLAUCOMA dry open decide
ORP-GI dry open decide
DZP-GLAUCOMA dry open decide
CYC-ANTICHOL-COND dry closed watch
X-ANTICHOL dry cautions watch
THI-SEIZURE seizure open decide
CYC-SEIZURE seizure cautions watch
CAR-SEIZURE seizure cautions watch
BAC-SEIZURE seizure cautions watch
MET-SEIZURE-BRAIN seizure cautions watch
ORP-MYASTHENIA nerve open decide
DZP-MYASTHENIA nerve open decide
TOL-MYASTHENIA nerve open decide
MET-MYASTHENIA nerve open decide
DAN-POSTURE nerve open decide
X-POSTURE nerve closed watch
BAC-STROKE nerve cautions watch
BAC-LEVODOPA nerve cautions watch
BAC-DYSREFLEXIA nerve cautions watch
BAC-PSYCH mind closed sensitive
TIZ-PSYCH mind closed sensitive
CAR-SUD dependence open sensitive
DZP-SUD dependence open sensitive
BAC-SUD dependence cautions sensitive
ORP-MISUSE dependence cautions sensitive
X-SCHEDULE-IV dependence teaching teach
BAC-TAPER stopping cautions teach
DZP-TAPER stopping cautions teach
CAR-WITHDRAWAL stopping cautions teach
TIZ-TAPER stopping cautions teach
THI-COURSE stopping open decide
X-DURATION stopping cautions teach
X-DOSE-MAX dose open decide
BAC-CONCENTRATE dose closed watch
MTX-640 dose closed watch
X-MIN-AGE minage open never
OAC-REYE minage open never
DAN-ACUTE-SPASM fit open never
TOL-INDICATION fit open never
X-ACUTE-IN-SPASTICITY fit closed never
X-NO-SPASTICITY fit inline never
X-EVIDENCE fit teaching teach
THI-PREG pregnancy open decide
CYC-SL-PREGNANCY pregnancy open sensitive
DZP-PREG-LACT pregnancy open sensitive
OAC-PREG pregnancy open sensitive
X-PREGNANCY pregnancy closed sensitive
X-LACTATION pregnancy closed sensitive
CAR-PORPHYRIA blood open decide
MTX-ANEMIA blood open decide
OAC-BLEED blood open decide
POR-OTHER blood cautions never
BAC-ULCER blood cautions watch
X-DRIVE driving inline teach
X-CMV driving closed teach
X-ALCOHOL-ANY teaching teaching teach
TIZ-FOOD teaching teaching teach
MTX-FOOD teaching teaching teach
CHL-URINE teaching teaching teach
MET-URINE teaching teaching teach
TOL-HYPERSENS teaching teaching teach
`;

const rows = PLACES.trim().split('\n');

describe('the place of every caution rule', () => {
  it('is one group, one start and one kind of patient line, as decided', () => {
    const shipped = CAUTION_RULES.map((rule) =>
      [rule.id, rule.group, rule.start, rule.patientLine].join(' '),
    );
    expect(shipped.toSorted()).toEqual(rows.toSorted());
  });

  it('starts in a fold only when the rule is at most a caution', () => {
    for (const rule of CAUTION_RULES)
      if (rule.severity === 'contraindicated' || rule.severity === 'serious')
        expect(['open', 'closed'], rule.id).toContain(rule.start);
  });

  it('is a teaching point exactly when the rule is one, or it stands inline', () => {
    for (const rule of CAUTION_RULES)
      if (rule.start === 'teaching') expect(rule.severity, rule.id).toBe('counsel');
      else if (rule.severity === 'counsel') expect(rule.start, rule.id).toBe('inline');
  });
});
