import { compose } from '../../src/handout/compose';
import { ENGLISH } from '../../src/handout/content/en';
import { SPANISH } from '../../src/handout/content/es';
import type { HandoutText } from '../../src/handout/content/text';
import { composeForm } from '../../src/handout/forms';
import type { HandoutDocument, HandoutInput, PaperForm } from '../../src/handout/model';
import type { DrugId } from '../../src/knowledge/vocabulary';
import { PSEUDO_RTL } from './pseudo-language';
import { dosage, evidence, hit, input, order, other, relaxant, review, rule } from './review-factory';

const unread = (text: string) => [dosage({ text, read: false, patientReadable: false })];
const LONG = 'aspirin 770 MG / caffeine 60 MG / orphenadrine citrate 50 MG';

/** Relaxants with what a chart may hold at its worst: names of 60 letters and more, and sigs that nobody can read. */
const ORDERS: readonly (readonly [DrugId, string, string])[] = [
  ['orphenadrine_asa_caffeine', LONG, 'TK 1 T PO BID PRN SPASM'],
  ['tizanidine', 'tizanidine 4 MG Oral Capsule', 'UAD'],
  [
    'baclofen',
    'baclofen 10 MG Oral Tablet',
    '10-20 mg po tid, titrate, hold if SBP < 90 or somnolent, see note',
  ],
  ['methocarbamol', 'methocarbamol 750 MG Oral Tablet', ''],
  ['carisoprodol', 'carisoprodol 350 MG Oral Tablet', '1 q6-8h'],
  ['diazepam', 'diazepam 5 MG Oral Tablet', 'ut dict'],
  ['chlorzoxazone', 'chlorzoxazone 500 MG Oral Tablet', 'x'],
  ['metaxalone', 'metaxalone 800 MG Oral Tablet', 'T1T QID'],
];

const OXYCODONE = other('MedicationRequest/oxy', ['oxycodone'], ['opioid']);
const WITH_OPIOID = hit(
  rule('X-OPIOID', {
    patient: 'You also take {other}. Both can slow your breathing. Ask us before you take both.',
  }),
  [evidence('MedicationRequest/oxy', 'oxycodone')],
);

/** How many relaxants, each interacting with one more medicine, for whom, and what the site left out. */
const PATIENTS = [
  { count: 0, name: 'محمد عبد الرحمن', clinic: { name: '', phone: '', afterHoursPhone: '' } },
  { count: 1, name: '王秀英', clinic: { name: '', phone: '(555) 010-0100', afterHoursPhone: '' } },
  { count: 4, name: 'Maximiliana Featherstonehaugh-Oppenheimer' },
  { count: 8, name: '' },
] as const;

const FORMS = (['Letter', 'A4'] as const).flatMap((pageSize) =>
  (['standard', 'large'] as const).flatMap((size) =>
    (['English', 'Spanish', 'bilingual'] as const).map((language) => ({ pageSize, size, language })),
  ),
);

function of(count: number): HandoutInput {
  const patient = PATIENTS.find((each) => each.count === count) ?? PATIENTS[0];
  const site = 'clinic' in patient ? { clinic: patient.clinic } : {};
  const relaxants = ORDERS.slice(0, count).map(([drug, product, sig]) =>
    relaxant(drug, {
      orders: [order(`MedicationRequest/${drug}`, product, { dosages: unread(sig) })],
      cautions: [WITH_OPIOID],
    }),
  );
  return input(
    review({
      patient: { ...review().patient, name: patient.name },
      relaxants,
      otherMedicines: count === 0 ? [] : [OXYCODONE],
    }),
    {},
    site,
  );
}

const printedAs = (
  from: HandoutInput,
  text: HandoutText,
  form: PaperForm,
  pageSize: 'Letter' | 'A4',
): HandoutDocument => {
  const paper = { ...from, text, site: { ...from.site, pageSize } };
  return form.size === 'standard' && !form.bilingual ? compose(paper) : composeForm(paper, form);
};

/** Every patient on every sheet, in every language and size of letters; names of papers say which. */
export const MATRIX: readonly (readonly [string, HandoutDocument])[] = [
  ...FORMS.flatMap(({ pageSize, size, language }) =>
    PATIENTS.map(({ count }) => {
      const text = language === 'English' ? ENGLISH : SPANISH;
      const form = { size, bilingual: language === 'bilingual' };
      return [
        `${count} relaxants, ${language}, ${pageSize}, ${size}`,
        printedAs(of(count), text, form, pageSize),
      ] as const;
    }),
  ),
  ...(['standard', 'large'] as const).map(
    (size) =>
      [
        `from the right, ${size}`,
        printedAs(of(4), PSEUDO_RTL, { size, bilingual: false }, 'Letter'),
      ] as const,
  ),
];

const TWO_USUAL = input(
  review({
    relaxants: (['cyclobenzaprine_ir', 'tizanidine'] as const).map((drug) =>
      relaxant(drug, { cautions: [WITH_OPIOID] }),
    ),
    otherMedicines: [OXYCODONE],
  }),
);
/** Two relaxants and an opioid, in each language on each sheet. */
export const TWO: readonly (readonly [string, HandoutDocument])[] = [ENGLISH, SPANISH].flatMap((text) =>
  (['Letter', 'A4'] as const).map(
    (pageSize) =>
      [
        `two relaxants, ${text.language}, ${pageSize}`,
        printedAs(TWO_USUAL, text, { size: 'standard', bilingual: false }, pageSize),
      ] as const,
  ),
);
