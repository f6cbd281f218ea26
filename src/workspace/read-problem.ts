import { FhirProblem } from '../chart/fhir-problem';
import type { FhirProblemKind } from '../chart/fhir-problem';
import type { ReadProblem } from './review-state';

const AGAIN = 'Go back to the patient’s chart and open BackSafe there again.';
const RETRY = 'Try again in a minute. If it stays, tell your EHR support.';

/** Title and next step when the Patient, and with it the whole chart, could not be read. What happened is the problem's own sentence. */
const WORDS: Readonly<Partial<Record<FhirProblemKind, Pick<ReadProblem, 'title' | 'next'>>>> = {
  unauthorised: { title: 'The session with the EHR has ended', next: AGAIN },
  forbidden: {
    title: 'The EHR did not permit reading this chart',
    next: 'Ask your EHR support to let BackSafe read patient data.',
  },
  'not-found': { title: 'The EHR does not find this patient', next: AGAIN },
  network: {
    title: 'The EHR could not be reached',
    next: `Check the network and try again. If it stays: ${AGAIN.charAt(0).toLowerCase()}${AGAIN.slice(1)}`,
  },
  'not-fhir': {
    title: 'The EHR’s answer could not be read',
    next: `${AGAIN} If it happens again, tell your EHR support.`,
  },
  'wrong-patient': {
    title: 'The EHR answered with another patient',
    next: `${AGAIN} Tell your EHR support that the app was given the wrong patient.`,
  },
  aborted: { title: 'Reading was stopped', next: AGAIN },
};

/** Epic: the chart is restricted, and only the EHR itself can ask the clinician for the reason. */
const BREAK_THE_GLASS = ['4130', '4131', '4134'];
const RESTRICTED = {
  title: 'This chart is restricted',
  next: 'Open the chart in the EHR itself and give the reason it asks for. Then open BackSafe there again.',
};

/** The words for a reading that brought nothing to show. An error of another kind is a fault of BackSafe; its text goes nowhere. */
export function readProblemOf(error: unknown): ReadProblem {
  if (!(error instanceof FhirProblem))
    return {
      title: 'The chart could not be read',
      text: 'This is a fault of BackSafe. Nothing was checked.',
      next: RETRY,
    };
  const { codes = [] } = error.details;
  const words = codes.some((code) => BREAK_THE_GLASS.includes(code))
    ? RESTRICTED
    : (WORDS[error.kind] ?? { title: 'The chart could not be read', next: RETRY });
  const blocking = error.kind === 'wrong-patient' ? ({ blocking: true } as const) : {};
  const ended = error.kind === 'unauthorised' ? ({ ended: true } as const) : {};
  return { ...words, ...blocking, ...ended, text: `${sentence(error.message)} Nothing was checked.` };
}

/** Problems are written as parts of a sentence: "the EHR took too long to answer". */
const sentence = (part: string): string => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`;
