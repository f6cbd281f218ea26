import type { WrittenCautionRule } from '../rule';

export const ORPHENADRINE_ASPIRIN_RULES: readonly WrittenCautionRule[] = [
  {
    id: 'OAC-ASPIRIN-ALLERGY',
    version: '2026.11',
    title: 'Orphenadrine/aspirin/caffeine with aspirin or NSAID reaction',
    drugs: ['orphenadrine_asa_caffeine'],
    trigger: { condition: ['aspirin_allergy'] },
    severity: 'contraindicated',
    region: 'us',
    group: 'allergy',
    start: 'open',
    clinician:
      'The product contains aspirin (770 mg in the Forte tablet). Aspirin labels exclude people allergic to aspirin or another pain reliever or fever reducer; reactions can include asthma and shock.',
    short: 'Contains aspirin: reaction to aspirin or an NSAID on record.',
    consider: 'Consider orphenadrine alone if it suits otherwise, or another plan.',
    patientLine: 'decide',
    patient:
      '{drug} can set off your aspirin reaction. Do not take it. For hives, swelling, or trouble breathing, call 911.',
    basis: 'label',
    sources: [
      {
        source: 'L-ASA-ULA',
        section: 'Drug Facts, Do not use',
        supports:
          'not for people allergic to aspirin or to another analgesic or antipyretic; severe reactions can include asthma and shock',
      },
      { source: 'L-ASA-INN', section: 'Drug Facts', supports: 'same' },
      { source: 'L-OAC-DM', section: 'Description', supports: 'Forte tablet holds aspirin 770 mg' },
      {
        source: 'L-OAC-NF',
        section: 'Important information',
        supports: 'life-threatening allergic reactions',
      },
    ],
  },
  {
    id: 'OAC-BLEED',
    version: '2026.11',
    title: 'Orphenadrine/aspirin/caffeine with bleeding risk',
    drugs: ['orphenadrine_asa_caffeine'],
    trigger: {
      any: [
        { medicine: ['anticoagulant', 'antiplatelet', 'nsaid'] },
        { condition: ['peptic_ulcer', 'bleeding_disorder'] },
      ],
    },
    severity: 'serious',
    region: 'us',
    group: 'blood',
    start: 'open',
    clinician:
      'The label asks for extreme caution with peptic ulcer and coagulation abnormalities because of the aspirin. Aspirin labels name ulcers, bleeding problems, blood thinners, steroids, other NSAIDs, age 60 and older, and three or more drinks a day. Antiplatelet medicines are an extension.',
    short: 'Aspirin with bleeding risk: blood thinner, NSAID, ulcer.',
    consider: 'Consider orphenadrine alone or another relaxant.',
    patientLine: 'decide',
    patient:
      'The aspirin in {drug} can cause a bad bleed. Call us before your next dose. Black poop? Go to the emergency room.',
    basis: 'label',
    sources: [
      {
        source: 'L-OAC-DMS',
        section: 'Warnings',
        supports: 'aspirin: extreme caution with peptic ulcer and coagulation abnormalities',
      },
      {
        source: 'L-ASA-INN',
        section: 'Drug Facts, stomach bleeding',
        supports:
          'higher risk at 60+, with ulcer or bleeding problems, anticoagulant or steroid, other NSAIDs, 3+ drinks, longer use',
      },
      {
        source: 'L-OAC-NF',
        section: 'Important information',
        supports: 'serious bleeding because of the aspirin',
      },
    ],
  },
  {
    id: 'OAC-REYE',
    version: '2026.11',
    title: 'Aspirin-containing relaxant in a young person',
    drugs: ['orphenadrine_asa_caffeine'],
    trigger: { age: { max: 17 } },
    severity: 'serious',
    region: 'us',
    group: 'minage',
    start: 'open',
    clinician:
      'The combination label does not recommend it with chicken pox, influenza or flu symptoms because of Reye syndrome; FDA rule text says so for children and teenagers. Age below 18 alone is the choice of this project; below 12 safety is not known.',
    short: 'Aspirin under 18: Reye syndrome with flu or chicken pox.',
    consider: 'Consider a plan without aspirin.',
    patientLine: 'never',
    patient: '',
    basis: 'label',
    sources: [
      {
        source: 'L-OAC-DMS',
        section: 'Warnings',
        supports:
          'not recommended for patients with chicken pox, influenza or flu symptoms because of Reye syndrome',
      },
      {
        source: 'R-FDA-REYE',
        section: 'Summary',
        supports:
          'aspirin and salicylates not for children or teenagers who have or are recovering from chicken pox or flu-like symptoms',
      },
      { source: 'L-ASA-INN', section: 'Drug Facts', supports: 'same' },
      { source: 'X-OAC-MDN', section: 'overview', supports: 'safety below 12 not known' },
    ],
  },
  {
    id: 'OAC-RENAL',
    version: '2026.11',
    title: 'Aspirin-containing relaxant with CrCl below 30 at 65+',
    drugs: ['orphenadrine_asa_caffeine'],
    trigger: {
      any: [
        { all: [{ age: { min: 65 } }, { lab: 'egfr', below: 30 }] },
        { all: [{ age: { min: 65 } }, { lab: 'crcl', below: 30 }] },
      ],
    },
    severity: 'serious',
    region: 'us',
    group: 'kidney',
    start: 'open',
    clinician:
      'Beers 2023 (table 6, hospital transcription) advises avoiding aspirin as an NSAID below a creatinine clearance of 30 mL/min.',
    short: 'Aspirin at 65+ with clearance below 30: kidney injury.',
    consider: 'Consider an option without aspirin.',
    patientLine: 'decide',
    patient: 'The aspirin in {drug} can hurt your kidneys. Call us before your next dose.',
    basis: 'guideline',
    sources: [
      {
        source: 'G-BEERS-T6',
        section: 'aspirin row',
        supports: 'aspirin: avoid at CrCl below 30; NSAID kidney injury; moderate/strong',
      },
      { source: 'L-ASA-ULA', section: 'Drug Facts, Ask a doctor', supports: 'kidney disease' },
    ],
  },
  {
    id: 'OAC-PREG',
    version: '2026.11',
    title: 'Aspirin-containing relaxant in pregnancy',
    drugs: ['orphenadrine_asa_caffeine'],
    trigger: { condition: ['pregnancy'] },
    severity: 'serious',
    region: 'us',
    group: 'pregnancy',
    start: 'open',
    clinician:
      'Label: limit dose and duration between about 20 and 30 weeks, avoid from about 30 weeks (ductus closure, low amniotic fluid); from week 30 read it as contraindicated. FDA 2020: avoid NSAIDs including aspirin from about 20 weeks. The chart does not tell the week.',
    short: 'Aspirin in pregnancy: limit from week 20, avoid from week 30.',
    consider: 'Consider an option without aspirin, and obstetric advice.',
    patientLine: 'sensitive',
    patient:
      '{drug} can harm your baby because of its aspirin. Do not take it while pregnant unless your baby doctor says so.',
    basis: 'label',
    sources: [
      {
        source: 'L-OAC-DMS',
        section: 'Usage in Pregnancy',
        supports:
          'limit dose and duration between about 20 and 30 weeks; avoid from about 30 weeks; ductus closure, oligohydramnios, newborn renal impairment',
      },
      {
        source: 'R-FDA-2020N',
        section: 'podcast',
        supports: 'NSAIDs (aspirin named): avoid from about 20 weeks unless advised',
      },
      { source: 'X-OAC-MDN', section: 'pregnancy', supports: 'same weeks' },
    ],
  },
];
