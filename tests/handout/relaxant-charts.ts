import type { DrugId } from '../../src/knowledge/vocabulary';

/** Every relaxant as a US or foreign pharmacy names it. */
const PRODUCTS: Readonly<Record<DrugId, string>> = {
  baclofen: 'baclofen 10 MG Oral Tablet',
  carisoprodol: 'carisoprodol 350 MG Oral Tablet',
  chlorzoxazone: 'chlorzoxazone 500 MG Oral Tablet',
  cyclobenzaprine_ir: 'cyclobenzaprine hydrochloride 10 MG Oral Tablet',
  cyclobenzaprine_er: 'cyclobenzaprine hydrochloride 15 MG Extended Release Oral Capsule',
  cyclobenzaprine_sl: 'cyclobenzaprine 2.8 MG Sublingual Tablet',
  dantrolene: 'dantrolene sodium 25 MG Oral Capsule',
  diazepam: 'diazepam 5 MG Oral Tablet',
  metaxalone: 'metaxalone 800 MG Oral Tablet',
  methocarbamol: 'methocarbamol 750 MG Oral Tablet',
  orphenadrine: 'orphenadrine citrate 100 MG Extended Release Oral Tablet',
  orphenadrine_asa_caffeine: 'aspirin 385 MG / caffeine 30 MG / orphenadrine citrate 25 MG Oral Tablet',
  tizanidine: 'tizanidine 4 MG Oral Tablet',
  thiocolchicoside: 'thiocolchicoside 4 MG Oral Capsule',
  tolperisone: 'tolperisone 150 MG Oral Tablet',
  eperisone: 'eperisone 50 MG Oral Tablet',
};

export const ALL_DRUGS = Object.keys(PRODUCTS) as DrugId[];

/** A chart in FHIR: a man of 40, the relaxants started today for five days, and nothing else on file. */
export const relaxantChart = (drugs: readonly DrugId[], day: string): unknown => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      resource: {
        resourceType: 'Patient',
        id: 'p',
        name: [{ given: ['Tom'], family: 'Reed' }],
        birthDate: '1986-05-02',
        gender: 'male',
      },
    },
    ...drugs.map((drug) => ({
      resource: {
        resourceType: 'MedicationRequest',
        id: drug.replaceAll('_', '-'),
        status: 'active',
        intent: 'order',
        subject: { reference: 'Patient/p' },
        authoredOn: day,
        medicationCodeableConcept: { text: PRODUCTS[drug] },
        dosageInstruction: [
          {
            text: 'Take 1 tablet at bedtime for 5 days',
            timing: {
              repeat: {
                frequency: 1,
                period: 1,
                periodUnit: 'd',
                when: ['HS'],
                boundsDuration: { value: 5, unit: 'd', system: 'http://unitsofmeasure.org', code: 'd' },
              },
            },
            doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }],
          },
        ],
      },
    })),
  ],
});
