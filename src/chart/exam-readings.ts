import { objectOf, objectsOf, textOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import { normaliseObservation } from './observation';
import type { ObservationEntry } from './types';

/** Readings of the visit's exam that a rule reads: linkId in the Questionnaire → the LOINC code an Observation would carry. */
const READINGS: Readonly<Record<string, { readonly code: string; readonly display: string }>> = {
  'exam-temperature': { code: '8310-5', display: 'Body temperature' },
};

/** Deeper than any real form; a document that nests further is not one. */
const DEEPEST = 20;

/** Measured values in QuestionnaireResponses, as if the exam had been sent as Observations. A value without a unit stays unreadable. */
export function examReadings(
  responses: readonly JsonObject[],
  nameOf: (resource: JsonObject) => string,
): readonly ObservationEntry[] {
  return responses
    .filter((response) => textOf(response.status) !== 'entered-in-error')
    .flatMap((response) =>
      quantitiesOf(response).flatMap(({ linkId, quantity }) => {
        const reading = READINGS[linkId];
        if (reading === undefined) return [];
        const observation = {
          resourceType: 'Observation',
          status: 'final',
          code: { coding: [{ system: 'http://loinc.org', ...reading }], text: reading.display },
          effectiveDateTime: response.authored,
          valueQuantity: quantity,
        };
        return normaliseObservation(observation, nameOf(response));
      }),
    );
}

function quantitiesOf(
  node: JsonObject,
  depth = 0,
): readonly { readonly linkId: string; readonly quantity: JsonObject }[] {
  if (depth > DEEPEST) return [];
  return objectsOf(node.item).flatMap((item) => {
    const linkId = textOf(item.linkId);
    const quantities = objectsOf(item.answer)
      .filter((answer) => answer.valueQuantity !== undefined)
      .map((answer) => objectOf(answer.valueQuantity));
    return [
      ...(linkId === undefined ? [] : quantities.map((quantity) => ({ linkId, quantity }))),
      ...quantitiesOf(item, depth + 1),
    ];
  });
}
