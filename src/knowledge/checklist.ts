import type { ClinicianToken } from './vocabulary';

/**
 * What no chart can tell, asked at the visit. The order inside a group runs from least to most private; legs come first.
 * The same questions are the FHIR Questionnaire of fhir/Questionnaire. An item that nobody answered is "not asked", never "no".
 * Wording basis: AHCPR table of red flags, ACP 2007, NHS back pain page (knowledge/sources/red-flags).
 */
export interface AskItem {
  readonly linkId: string;
  /** To be read aloud. */
  readonly question: string;
}

export interface AskGroup {
  readonly linkId: string;
  readonly heading: string;
  readonly emergency: boolean;
  readonly items: readonly AskItem[];
}

const GROUPS = [
  {
    linkId: 'legs-bladder-bowel',
    heading: 'Legs, bladder, bowel',
    emergency: true,
    items: [
      {
        linkId: 'neuro-weak',
        question: 'Is a leg getting weaker, does a foot drag, are you unsteady? Weak or numb on one side?',
      },
      { linkId: 'ces-bilat', question: 'Pain, tingling or weakness down both legs?' },
      {
        linkId: 'ces-urine',
        question: 'New trouble starting to pee, holding it, or feeling it pass?',
      },
      { linkId: 'ces-bowel', question: 'New leak of stool, or you cannot feel it?' },
      { linkId: 'ces-saddle', question: 'Numb between the legs or around the bottom?' },
      { linkId: 'ces-sex', question: 'New loss of feeling or function during sex?' },
    ],
  },
  {
    linkId: 'chest-belly',
    heading: 'Chest and belly',
    emergency: true,
    items: [
      { linkId: 'chest', question: 'Chest pain or short of breath?' },
      {
        linkId: 'aorta',
        question: 'Sudden, tearing or worst-ever pain? Did you faint? Do you feel a pulse in your belly?',
      },
    ],
  },
  {
    linkId: 'injury-bone',
    heading: 'Injury and bone',
    emergency: false,
    items: [
      { linkId: 'trauma', question: 'A fall, crash or blow? At 65 or older even a small one?' },
      { linkId: 'steroid', question: 'Steroid pills or shots for 3 months or more?' },
    ],
  },
  {
    linkId: 'infection-cancer',
    heading: 'Infection and cancer',
    emergency: false,
    items: [
      { linkId: 'fever', question: 'Fever, chills or sweats?' },
      { linkId: 'infect', question: 'A recent dental, skin or IV-line infection?' },
      { linkId: 'inject', question: 'Ever injected drugs?' },
      { linkId: 'ca', question: 'Ever told you had cancer, even if cured?' },
      { linkId: 'wt', question: 'Losing weight without trying?' },
      { linkId: 'night', question: 'Constant pain, worse lying down or at night?' },
    ],
  },
  {
    linkId: 'course',
    heading: 'Course',
    emergency: false,
    items: [
      { linkId: 'duration', question: 'More than 4 to 6 weeks, or treatment failed?' },
      {
        linkId: 'inflam',
        question: 'Began before 45, stiff over 30 minutes in the morning, better when you move?',
      },
      {
        linkId: 'viscus',
        question: 'Blood or burning when you pee, pain after meals, vomiting?',
      },
      { linkId: 'preg', question: 'Could you be pregnant? Monthly pain or bleeding?' },
    ],
  },
] as const satisfies readonly AskGroup[];

export const ASK_GROUPS: readonly AskGroup[] = GROUPS;

/** Every question of the visit: a text that is kept for each of them cannot lack one. */
export type QuestionId = (typeof GROUPS)[number]['items'][number]['linkId'] | ClinicianToken;

/** Questions whose answers the caution rules read. The last five are asked only where a relaxant makes them matter. */
export const MEDICINE_QUESTIONS: readonly (AskItem & { readonly linkId: ClinicianToken })[] = [
  {
    linkId: 'alcohol_heavy',
    question: 'Alcohol most days or many drinks at once, or cannabis?',
  },
  { linkId: 'commercial_driver', question: 'Do you drive for work?' },
  {
    linkId: 'stopping_or_gap',
    question: 'Missed days, ran out of, or stopped a muscle relaxer?',
  },
  { linkId: 'no_contraception', question: 'Could you become pregnant, without birth control?' },
  { linkId: 'planning_pregnancy', question: 'Do you plan a pregnancy?' },
  { linkId: 'spasticity_needed', question: 'Is the stiffness needed to stand, move over or sit?' },
  {
    linkId: 'metaxalone_640_switch',
    question: 'Is this a switch between metaxalone 640 mg and another metaxalone tablet?',
  },
  {
    linkId: 'baclofen_concentrate',
    question: 'Is the baclofen a liquid whose strength may be mistaken?',
  },
];
