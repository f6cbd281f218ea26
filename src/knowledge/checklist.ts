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

export const ASK_GROUPS: readonly AskGroup[] = [
  {
    linkId: 'legs-bladder-bowel',
    heading: 'Legs, bladder, bowel',
    emergency: true,
    items: [
      {
        linkId: 'neuro-weak',
        question:
          'Is a leg getting weaker, does a foot drag, are you unsteady? Are you weak or numb on one side?',
      },
      { linkId: 'ces-bilat', question: 'Do you have pain, tingling or weakness down both legs?' },
      {
        linkId: 'ces-urine',
        question: 'Do you have new trouble starting to pee, holding it, or feeling it pass?',
      },
      { linkId: 'ces-bowel', question: 'Is there a new leak of stool, or can you not feel it?' },
      { linkId: 'ces-saddle', question: 'Are you numb between the legs or around the bottom?' },
      { linkId: 'ces-sex', question: 'Is there a new loss of feeling or function during sex?' },
    ],
  },
  {
    linkId: 'chest-belly',
    heading: 'Chest and belly',
    emergency: true,
    items: [
      { linkId: 'chest', question: 'Do you have chest pain, or are you short of breath?' },
      {
        linkId: 'aorta',
        question:
          'Is it sudden, tearing or worst-ever pain? Did you faint? Do you feel a pulse in your belly?',
      },
    ],
  },
  {
    linkId: 'injury-bone',
    heading: 'Injury and bone',
    emergency: false,
    items: [
      { linkId: 'trauma', question: 'Was there a fall, crash or blow? At 65 or older even a small one?' },
      { linkId: 'steroid', question: 'Did you take steroid pills or shots for 3 months or more?' },
    ],
  },
  {
    linkId: 'infection-cancer',
    heading: 'Infection and cancer',
    emergency: false,
    items: [
      { linkId: 'fever', question: 'Do you have fever, chills or sweats?' },
      { linkId: 'infect', question: 'Did you have a dental, skin or IV-line infection not long ago?' },
      { linkId: 'inject', question: 'Have you ever injected drugs?' },
      { linkId: 'ca', question: 'Were you ever told you had cancer, even if cured?' },
      { linkId: 'wt', question: 'Are you losing weight without trying?' },
      { linkId: 'night', question: 'Is the pain constant, or worse when you lie down or at night?' },
    ],
  },
  {
    linkId: 'course',
    heading: 'Course',
    emergency: false,
    items: [
      { linkId: 'duration', question: 'Has it lasted more than 4 to 6 weeks, or did treatment fail?' },
      {
        linkId: 'inflam',
        question:
          'Did it begin before 45, with stiffness over 30 minutes in the morning, better when you move?',
      },
      {
        linkId: 'viscus',
        question: 'Is there blood or burning when you pee, pain after meals, or vomiting?',
      },
      { linkId: 'preg', question: 'Could you be pregnant? Is there monthly pain or bleeding?' },
    ],
  },
];

/** Questions whose answers the caution rules read. The last five are asked only where a relaxant makes them matter. */
export const MEDICINE_QUESTIONS: readonly (AskItem & { readonly linkId: ClinicianToken })[] = [
  {
    linkId: 'alcohol_heavy',
    question: 'Do you drink alcohol most days or many drinks at once, or use cannabis?',
  },
  { linkId: 'commercial_driver', question: 'Do you drive for work?' },
  {
    linkId: 'stopping_or_gap',
    question: 'Did you miss days, run out of, or stop a muscle relaxer?',
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
