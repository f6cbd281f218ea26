import type { WrittenCautionRule } from '../rule';

export const CHLORZOXAZONE_RULES: readonly WrittenCautionRule[] = [
  {
    id: 'CHL-LIVER',
    version: '2026.11',
    title: 'Chlorzoxazone with liver disease',
    drugs: ['chlorzoxazone'],
    trigger: {
      any: [{ condition: ['liver_disease', 'liver_mild', 'liver_severe'] }, { lab: 'alt_xuln', atLeast: 2 }],
    },
    severity: 'serious',
    region: 'us',
    group: 'liver',
    start: 'open',
    clinician:
      'Rare, unpredictable, sometimes fatal liver injury; the US label says to stop for abnormal liver enzymes and does not address existing liver disease, which MIMS contraindicates. ALT at twice the upper limit stands for abnormal (working definition).',
    short: 'Liver disease or raised ALT: rare, sometimes fatal liver injury.',
    consider: 'Consider another plan. If it is taken now: ending it and checking liver tests.',
    patientLine: 'decide',
    patient:
      '{drug} can hurt the liver. Call us before your next dose. Yellow skin or dark pee? Stop it and call us.',
    basis: 'label',
    sources: [
      {
        source: 'L-CHL-CIN',
        section: 'Warnings; Contraindications',
        supports:
          'rare serious, sometimes fatal hepatocellular toxicity, unpredictable; only intolerance is a contraindication',
      },
      {
        source: 'L-CHL-TXT',
        section: 'Warnings; Precautions',
        supports: 'stop for symptoms or abnormal AST, ALT, ALP or bilirubin',
      },
      {
        source: 'L-CHL-PAR',
        section: 'Precautions',
        supports: 'discontinue if symptoms suggest liver dysfunction',
      },
      { source: 'X-MIMS-CHL', section: 'Contraindications', supports: 'hepatic impairment (India)' },
    ],
  },
  {
    id: 'CHL-WARN-SX',
    version: '2026.11',
    title: 'Chlorzoxazone liver warning signs',
    drugs: ['chlorzoxazone'],
    trigger: { always: true },
    severity: 'counsel',
    region: 'us',
    group: 'liver',
    start: 'teaching',
    clinician:
      'Label: patients report early signs of liver toxicity: fever, rash, loss of appetite, nausea, vomiting, fatigue, right upper abdominal pain, dark urine, jaundice.',
    short: 'Early signs of liver injury to teach.',
    consider: 'Consider teaching the signs; baseline liver tests if use goes beyond days.',
    patientLine: 'teach',
    patient: 'Stop {drug} and call us if you get a rash, fever, belly pain, dark pee, or yellow eyes.',
    basis: 'label',
    sources: [
      {
        source: 'L-CHL-TXT',
        section: 'Warnings',
        supports: 'fever, rash, anorexia, nausea, vomiting, fatigue, RUQ pain, dark urine, jaundice',
      },
    ],
  },
  {
    id: 'CHL-URINE',
    version: '2026.11',
    title: 'Chlorzoxazone urine colour',
    drugs: ['chlorzoxazone'],
    trigger: { always: true },
    severity: 'counsel',
    region: 'us',
    group: 'teaching',
    start: 'teaching',
    clinician: 'A reference monograph (MIMS) tells of orange or reddish-purple urine.',
    short: 'Orange or reddish-purple urine from a metabolite.',
    consider: 'Consider telling the patient beforehand, apart from the dark urine of jaundice.',
    patientLine: 'teach',
    patient:
      '{drug} can turn your pee orange or purple-red. That is okay. Brown pee with yellow skin is not okay: call us.',
    basis: 'working-definition',
    sources: [
      { source: 'X-MIMS-CHL', section: 'Patient counselling', supports: 'orange or reddish-purple urine' },
    ],
  },
];
