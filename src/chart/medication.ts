import { chartDate, daysOfDuration } from './dates';
import { readDosage } from './dosage';
import {
  categoriesOf,
  codeTextOf,
  conceptOf,
  distinct,
  isObject,
  listOf,
  NO_NAME,
  NOT_STATED,
  numberOf,
  objectOf,
  objectsOf,
  optional,
  textOf,
  wordsOf,
} from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import { medicationReference } from './resolve-medications';
import type { ResolvedMedication } from './resolve-medications';
import { byCodeUnits } from './text-order';
import type { ChartDate, DosageReading, MedicationOrder, OrderSupply } from './types';

/** A FHIR R4 MedicationRequest with its medicine. Drafts, proposals and errors are tagged by status and intent, never dropped. */
export function normaliseRequest(
  resource: JsonObject,
  reference: string,
  resolved: ResolvedMedication,
): MedicationOrder {
  const dosageInstruction = instructionsOf(resource.dosageInstruction);
  const dosages = dosageInstruction.map(readDosage);
  return {
    ...commonOf(resource, reference, resolved, dosageInstruction, dosages),
    resourceType: 'MedicationRequest',
    ...optional('intent', codeTextOf(resource.intent)),
    doNotPerform: resource.doNotPerform === true,
    // US Core: clients handle both forms of reported[x].
    reported: resource.reportedBoolean === true || resource.reportedReference !== undefined,
    ...optional('authoredOn', chartDate(resource.authoredOn)),
    supply: supplyOf(resource, dosageInstruction, dosages),
    ...optional('requester', textOf(objectOf(resource.requester).display)),
  };
}

/** A FHIR R4 MedicationStatement: what the patient is said to take, a second source beside the orders. */
export function normaliseStatement(
  resource: JsonObject,
  reference: string,
  resolved: ResolvedMedication,
): MedicationOrder {
  const dosage = instructionsOf(resource.dosage);
  const dosages = dosage.map(readDosage);
  const period = objectOf(resource.effectivePeriod);
  return {
    ...commonOf(resource, reference, resolved, dosage, dosages),
    resourceType: 'MedicationStatement',
    doNotPerform: false,
    reported: true,
    ...optional('authoredOn', chartDate(resource.dateAsserted)),
    supply: {
      ...optional('start', chartDate(period.start) ?? chartDate(resource.effectiveDateTime)),
      ...optional('end', chartDate(period.end)),
      ...optional('days', boundedDays(dosages)),
      repeats: 0,
    },
    ...optional('requester', textOf(objectOf(resource.informationSource).display)),
  };
}

/** An instruction of the wrong shape still counts as one: read as absent, the rest of the order would look like the whole dose. */
function instructionsOf(value: unknown): readonly JsonObject[] {
  return listOf(value).map((item) => (isObject(item) ? item : { ...optional('text', textOf(item)) }));
}

function commonOf(
  resource: JsonObject,
  reference: string,
  resolved: ResolvedMedication,
  instructions: readonly JsonObject[],
  dosages: readonly DosageReading[],
) {
  const { medication } = resolved;
  const shown = textOf(objectOf(resource.medicationReference).display);
  const ingredients = objectsOf(medication?.ingredient).filter((ingredient) => ingredient.isActive !== false);
  const product = conceptOf(resource.medicationCodeableConcept, medication?.code);
  const parts = conceptOf(
    ...ingredients.map((ingredient) => ingredient.itemCodeableConcept),
    ...resolved.ingredients.map((ingredient) => ingredient.code),
  );
  const partDisplays = ingredients.map((ingredient) => textOf(objectOf(ingredient.itemReference).display));
  const names = distinct([...product.names, shown, ...parts.names, ...partDisplays]);
  return {
    kind: 'medication' as const,
    reference,
    text:
      product.names[0] ??
      shown ??
      orderWords(names, parts.masked || product.masked, wordsOf(product), resource),
    status: codeTextOf(resource.status) ?? NOT_STATED,
    categories: categoriesOf(resource.category),
    source: resolved.source,
    codings: [...product.codings, ...parts.codings],
    names,
    routeTexts: routeTextsOf(instructions, medication),
    dosages,
    ...optional('statusReason', stopReason(resource)),
  };
}

function orderWords(
  names: readonly string[],
  masked: boolean,
  codeWords: string,
  resource: JsonObject,
): string {
  if (names.length > 0) return names.join(' / ');
  if (masked) return NOT_STATED;
  return medicationReference(resource) === undefined ? codeWords : `medicine could not be read (${NO_NAME})`;
}

function routeTextsOf(
  instructions: readonly JsonObject[],
  medication: JsonObject | undefined,
): readonly string[] {
  const form = conceptOf(medication?.form).names;
  const perDose = instructions.flatMap((dosage) => [
    ...conceptOf(dosage.route).names,
    textOf(dosage.text),
    textOf(dosage.patientInstruction),
  ]);
  return distinct([...form, ...perDose]);
}

const SAYS_STOPPED =
  /\b(stopped|discontinued|self-?discontinued|quit|not taking|no longer tak(es|ing)|never (took|started)|finished)\b/i;

/** The reason of the status, else a note that says the patient stopped; verbatim, for the clinician to judge. */
function stopReason(resource: JsonObject): string | undefined {
  const reason = conceptOf(resource.statusReason).names[0];
  const notes = objectsOf(resource.note).map((note) => textOf(note.text));
  return reason ?? notes.find((note) => note !== undefined && SAYS_STOPPED.test(note));
}

/**
 * Start, end and amount of the supply. The end comes only from the bounds of the dosage: `dispenseRequest.validityPeriod` says how
 * long the prescription may be filled, often a year, and must never read as the last day of a five-day course.
 */
function supplyOf(
  resource: JsonObject,
  instructions: readonly JsonObject[],
  dosages: readonly DosageReading[],
): OrderSupply {
  const dispense = objectOf(resource.dispenseRequest);
  const bounds = instructions.map((dosage) =>
    objectOf(objectOf(objectOf(dosage.timing).repeat).boundsPeriod),
  );
  const starts = datesOf(bounds.map((period) => period.start));
  const ends = datesOf(bounds.map((period) => period.end));
  const quantity = objectOf(dispense.quantity);
  const amount = numberOf(quantity.value);
  const unit = textOf(quantity.unit) ?? textOf(quantity.code);
  return {
    ...optional('start', starts[0] ?? chartDate(objectOf(dispense.validityPeriod).start)),
    ...optional('end', ends.length > 0 && ends.length === instructions.length ? ends.at(-1) : undefined),
    ...optional('days', daysOfDuration(dispense.expectedSupplyDuration) ?? boundedDays(dosages)),
    repeats: Math.max(0, Math.trunc(numberOf(dispense.numberOfRepeatsAllowed) ?? 0)),
    ...(amount === undefined ? {} : { quantity: { value: amount, ...optional('unit', unit) } }),
  };
}

/** Readable dates, earliest first. */
function datesOf(values: readonly unknown[]): readonly ChartDate[] {
  return values
    .map(chartDate)
    .filter((date) => date?.day !== undefined)
    .filter((date) => date !== undefined)
    .sort((a, b) => byCodeUnits(a.day ?? '', b.day ?? ''));
}

/** The longest bound, only when every instruction was read and is bounded. */
function boundedDays(dosages: readonly DosageReading[]): number | undefined {
  const days = dosages.map((dosage) => (dosage.read ? dosage.days : undefined));
  return days.length > 0 && days.every((count) => count !== undefined) ? Math.max(...days) : undefined;
}
