import { chartDate } from './dates';
import { objectsOf, optional, textOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import type { ChecklistAnswer } from './types';

/**
 * Yes and no answers of QuestionnaireResponses, one for each linkId, nested items included. Anything but a boolean is not an answer.
 * The response authored last counts; between equally old ones a yes counts, because a missed danger sign is the worse mistake.
 * A yes without a date may be the newest, a no without one the oldest.
 * Source: https://hl7.org/fhir/R4/questionnaireresponse.html
 */
export function checklistAnswers(
  responses: readonly JsonObject[],
  nameOf: (resource: JsonObject) => string,
): readonly ChecklistAnswer[] {
  const kept = new Map<string, { answer: ChecklistAnswer; authored: number }>();
  for (const response of responses) {
    const reference = nameOf(response);
    if (textOf(response.status) === 'entered-in-error') continue;
    const time = Date.parse(textOf(response.authored) ?? '');
    const date = optional('authored', chartDate(response.authored));
    for (const { linkId, value } of booleansOf(response)) {
      const authored = Number.isNaN(time) ? (value ? Infinity : -Infinity) : time;
      const earlier = kept.get(linkId);
      const newer = earlier === undefined || authored > earlier.authored;
      const yesOfSameTime = earlier?.authored === authored && value;
      if (newer || yesOfSameTime)
        kept.set(linkId, { answer: { linkId, value, reference, ...date }, authored });
    }
  }
  return [...kept.values()].map(({ answer }) => answer);
}

/** Deeper than any real form; a document that nests further is not one. */
const DEEPEST = 20;

function booleansOf(node: JsonObject, depth = 0): readonly { linkId: string; value: boolean }[] {
  if (depth > DEEPEST) return [];
  return objectsOf(node.item).flatMap((item) => {
    const linkId = textOf(item.linkId);
    const answers = objectsOf(item.answer);
    const values = answers.map((answer) => answer.valueBoolean).filter((value) => typeof value === 'boolean');
    return [
      ...(linkId === undefined ? [] : values.map((value) => ({ linkId, value }))),
      ...booleansOf(item, depth + 1),
      ...answers.flatMap((answer) => booleansOf(answer, depth + 1)),
    ];
  });
}
