import { chartDate } from './dates';
import {
  categoriesOf,
  conceptOf,
  codeTextOf,
  distinct,
  isObject,
  numberOf,
  objectOf,
  objectsOf,
  optional,
  statusOf,
  textOf,
  wordsOf,
} from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import type { AllergyEntry, ChartDate, ConditionEntry, ProcedureEntry } from './types';

const ASSERTED_DATE = 'http://hl7.org/fhir/StructureDefinition/condition-assertedDate';

/** A FHIR R4 Condition. Refuted and entered-in-error entries are tagged by their status, never dropped. */
export function normaliseCondition(resource: JsonObject, reference: string): ConditionEntry {
  const code = conceptOf(resource.code);
  const severity = conceptOf(resource.severity);
  const asserted = objectsOf(resource.extension).find((extension) => extension.url === ASSERTED_DATE);
  return {
    kind: 'condition',
    reference,
    text: wordsOf(code),
    codings: code.codings,
    names: code.names,
    categories: categoriesOf(resource.category),
    ...optional('clinicalStatus', statusOf(resource.clinicalStatus)),
    ...optional('verificationStatus', statusOf(resource.verificationStatus)),
    ...optional('severity', severity.names[0]),
    ...optional('onset', timeOf(resource, 'onset', 'start')),
    ...optional('abatement', timeOf(resource, 'abatement', 'end')),
    abated: hasAbated(resource),
    ...optional('recorded', chartDate(resource.recordedDate) ?? chartDate(asserted?.valueDateTime)),
    ...optional(
      'recorder',
      textOf(objectOf(resource.recorder).display) ?? textOf(objectOf(resource.asserter).display),
    ),
  };
}

/** Any abatement element with something in it says that the condition ended, dated or not; `abatementBoolean: false` says the opposite. */
function hasAbated(resource: JsonObject): boolean {
  return Object.keys(resource).some((key) => key.startsWith('abatement') && saysEnded(resource[key]));
}

/** An empty text or object says nothing. A condition that is wrongly read as ended would count less than it should. */
function saysEnded(value: unknown): boolean {
  if (isObject(value)) return Object.keys(value).some((key) => key !== 'extension');
  const text = textOf(value);
  return value === true || typeof value === 'number' || (text !== undefined && !/^(?:false|no)$/i.test(text));
}

/** A choice element such as onset[x]: dateTime, period (the wanted end), or the words of a string or age. */
function timeOf(resource: JsonObject, name: string, side: 'start' | 'end'): ChartDate | undefined {
  const period = objectOf(resource[`${name}Period`]);
  const age = objectOf(resource[`${name}Age`]);
  const years = numberOf(age.value);
  const ageText = years === undefined ? undefined : `age ${years} ${textOf(age.unit) ?? ''}`;
  return (
    chartDate(resource[`${name}DateTime`]) ??
    chartDate(period[side]) ??
    chartDate(period.start) ??
    chartDate(resource[`${name}String`]) ??
    chartDate(ageText)
  );
}

/** A FHIR R4 AllergyIntolerance. Substances named only in the reactions count as its codings too. */
export function normaliseAllergy(resource: JsonObject, reference: string): AllergyEntry {
  const reactions = objectsOf(resource.reaction);
  const substance = conceptOf(resource.code, ...reactions.map((reaction) => reaction.substance));
  return {
    kind: 'allergy',
    reference,
    text: wordsOf(substance),
    codings: substance.codings,
    names: substance.names,
    ...optional('clinicalStatus', statusOf(resource.clinicalStatus)),
    ...optional('verificationStatus', statusOf(resource.verificationStatus)),
    reactions: distinct(
      reactions.flatMap((reaction) => [
        ...objectsOf(reaction.manifestation).map((manifestation) => conceptOf(manifestation).names[0]),
        textOf(reaction.description),
      ]),
    ),
    ...optional('recorded', chartDate(resource.recordedDate)),
  };
}

/** A FHIR R4 Procedure. An absent status reads as `unknown`, which FHIR has for it: nobody says that it was not done. */
export function normaliseProcedure(resource: JsonObject, reference: string): ProcedureEntry {
  const code = conceptOf(resource.code);
  return {
    kind: 'procedure',
    reference,
    text: wordsOf(code),
    status: codeTextOf(resource.status) ?? 'unknown',
    codings: code.codings,
    names: code.names,
    ...optional('performed', timeOf(resource, 'performed', 'end')),
  };
}
