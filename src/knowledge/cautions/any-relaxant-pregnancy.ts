import type { WrittenCautionRule } from '../rule';

export const ANY_RELAXANT_PREGNANCY_RULES: readonly WrittenCautionRule[] = [
  {
    id: 'X-PREGNANCY',
    version: '2026.11',
    title: 'Pregnancy',
    drugs: 'all',
    trigger: { condition: ['pregnancy'] },
    severity: 'caution',
    suppressedBy: ['THI-PREG', 'CYC-SL-PREGNANCY', 'DZP-PREG-LACT', 'OAC-PREG'],
    region: 'us',
    group: 'pregnancy',
    start: 'closed',
    clinician:
      'Methocarbamol labels cite reports of fetal abnormalities and ask to avoid it, above all early; baclofen labels describe newborn withdrawal; chlorzoxazone and older metaxalone labels ask that benefit outweighs risk.',
    short: 'Pregnancy: little human data for any relaxant.',
    consider: 'Consider care without a relaxant first, and obstetric advice.',
    patientLine: 'sensitive',
    patient:
      'You are pregnant. Ask us before you change how you take {drug}. We may pick a safer plan for you and your baby.',
    basis: 'label',
    sources: [
      {
        source: 'L-MET-TXT',
        section: 'Warnings',
        supports: 'fetal and congenital abnormalities reported; avoid especially early',
      },
      { source: 'L-BAC-ARX', section: 'Warnings a', supports: 'newborn withdrawal' },
      { source: 'L-CHL-TXT', section: 'Pregnancy', supports: 'benefit must outweigh risk' },
      { source: 'L-MTX-OLD', section: 'Pregnancy', supports: 'not unless benefit outweighs hazard' },
      { source: 'L-MET-UK2', section: '4.6', supports: 'methocarbamol should not be used in pregnancy (UK)' },
    ],
  },
  {
    id: 'X-LACTATION',
    version: '2026.11',
    title: 'Breastfeeding',
    drugs: 'all',
    trigger: { condition: ['lactation'] },
    severity: 'caution',
    suppressedBy: ['THI-PREG', 'DZP-PREG-LACT'],
    region: 'us',
    group: 'pregnancy',
    start: 'closed',
    clinician:
      'The UK Specialist Pharmacy Service rates baclofen as lowest risk and diazepam as possible when short and intermittent. Carisoprodol and its metabolite enter milk. Thiocolchicoside is contraindicated, eperisone is to be avoided, and UK methocarbamol text says not while breastfeeding.',
    short: 'Breastfeeding: baclofen has the lowest risk; others differ.',
    consider:
      'Consider baclofen or care without a relaxant, and watching the infant for sleepiness and poor feeding.',
    patientLine: 'sensitive',
    patient:
      'Some {drug} can pass into breast milk. Watch your baby for too much sleep or weak feeding. Call us if you see this.',
    basis: 'guideline',
    sources: [
      {
        source: 'R-SPS-LACT',
        section: 'summary',
        supports: 'baclofen lowest risk; diazepam short and intermittent',
      },
      {
        source: 'T-NORDENG',
        section: 'abstract',
        supports:
          'carisoprodol 0.9 and meprobamate 11.6 micrograms/mL in milk, 4.1 % of the weight-adjusted dose; breastfeeding inadvisable during prolonged use',
      },
      { source: 'L-MUSCORIL', section: 'Do not take', supports: 'breastfeeding' },
      { source: 'X-EPE-RXR', section: 'Nursing', supports: 'avoid' },
      {
        source: 'L-MET-UK2',
        section: '4.6',
        supports: 'methocarbamol should not be used while breastfeeding (UK)',
      },
    ],
  },
];
