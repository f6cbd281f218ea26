import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/chart/fhir-guards';
import { normaliseRequest, normaliseStatement } from '../../src/chart/medication';
import type { ResolvedMedication } from '../../src/chart/resolve-medications';

const INLINE: ResolvedMedication = { source: 'inline', ingredients: [] };
const request = (more: JsonObject, resolved = INLINE) =>
  normaliseRequest({ resourceType: 'MedicationRequest', ...more }, 'MedicationRequest/1', resolved);
const statement = (more: JsonObject) =>
  normaliseStatement({ resourceType: 'MedicationStatement', ...more }, 'MedicationStatement/1', INLINE);
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

describe('an order is kept whatever it lacks', () => {
  test.each<[string, JsonObject]>([
    ['nothing at all', {}],
    [
      'everything null',
      { status: null, intent: null, medicationCodeableConcept: null, dosageInstruction: null },
    ],
    [
      'everything of the wrong type',
      { status: 1, intent: true, category: 'x', dispenseRequest: 'x', note: 'x', statusReason: 5 },
    ],
  ])('%s', (_, more) => {
    expect(request(more)).toEqual({
      kind: 'medication',
      resourceType: 'MedicationRequest',
      reference: 'MedicationRequest/1',
      text: 'no name in the chart',
      status: 'not stated',
      doNotPerform: false,
      reported: false,
      categories: [],
      source: 'inline',
      codings: [],
      names: [],
      routeTexts: [],
      dosages: [],
      supply: { repeats: 0 },
    });
  });

  test.each(['draft', 'entered-in-error', 'cancelled', 'a status of tomorrow'])(
    'status "%s" is a tag',
    (status) => {
      expect(request({ status }).status).toBe(status);
    },
  );
  test('status and intent are read in any case: "Active" is active', () => {
    expect(request({ status: 'Active', intent: 'Proposal' })).toMatchObject({
      status: 'active',
      intent: 'proposal',
    });
  });
  test('only a plain true forbids it', () => {
    expect([true, 'true', 1, null].map((doNotPerform) => request({ doNotPerform }).doNotPerform)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
  test('reported in both forms of US Core', () => {
    expect(request({ reportedBoolean: true }).reported).toBe(true);
    expect(request({ reportedReference: { reference: 'Practitioner/1' } }).reported).toBe(true);
    expect(request({ reportedBoolean: false }).reported).toBe(false);
  });
});

describe('the name of the medicine', () => {
  const concept = (text: string, code?: string): JsonObject => ({
    text,
    ...(code === undefined ? {} : { coding: [{ system: RXNORM, code }] }),
  });
  test('the order, its Medication, the display and the ingredients all name it, once each', () => {
    const order = request(
      { medicationReference: { reference: 'Medication/1', display: 'Soma' } },
      {
        source: 'fetched',
        medication: {
          resourceType: 'Medication',
          code: concept('carisoprodol 350 MG', '197446'),
          form: { text: 'Tablet' },
          ingredient: [
            { itemCodeableConcept: concept('carisoprodol', '2101') },
            { itemReference: { display: 'aspirin' } },
            { itemCodeableConcept: concept('blue dye'), isActive: false },
          ],
        },
        ingredients: [{ code: concept('codeine', '2670') }],
      },
    );
    expect(order.text).toBe('carisoprodol 350 MG');
    expect(order.names).toEqual(['carisoprodol 350 MG', 'Soma', 'carisoprodol', 'codeine', 'aspirin']);
    expect(order.codings.map(({ code }) => code)).toEqual(['197446', '2101', '2670']);
    expect(order.routeTexts).toEqual(['Tablet']);
  });
  test('the ingredients name a product without a name', () => {
    const ingredient = [
      { itemCodeableConcept: concept('aspirin') },
      { itemCodeableConcept: concept('caffeine') },
    ];
    const order = request({}, { source: 'contained', medication: { ingredient }, ingredients: [] });
    expect(order.text).toBe('aspirin / caffeine');
  });
  test.each<[string, JsonObject, ResolvedMedication, string]>([
    [
      'a code without words',
      { medicationCodeableConcept: { coding: [{ system: RXNORM, code: '197446' }] } },
      INLINE,
      'code 197446, no name in the chart',
    ],
    [
      'a masked medicine',
      { medicationCodeableConcept: { coding: [{ system: ABSENT, code: 'masked' }], text: 'Masked' } },
      INLINE,
      'not stated',
    ],
    [
      'a record that is out of reach',
      { medicationReference: { reference: 'Medication/1' } },
      { source: 'unresolved', ingredients: [] },
      'medicine could not be read (no name in the chart)',
    ],
    [
      'a record without a word',
      { medicationReference: { reference: '#m' } },
      { source: 'contained', medication: {}, ingredients: [] },
      'medicine could not be read (no name in the chart)',
    ],
    [
      'a masked record',
      { medicationReference: { reference: '#m' } },
      {
        source: 'contained',
        medication: { code: { coding: [{ system: ABSENT, code: 'masked' }] } },
        ingredients: [],
      },
      'not stated',
    ],
    [
      'a concept in a list',
      { medicationCodeableConcept: [null, concept('tizanidine')] },
      INLINE,
      'tizanidine',
    ],
  ])('%s', (_, more, resolved, text) => {
    expect(request(more, resolved).text).toBe(text);
  });
});

describe('the instructions', () => {
  const read = (dosageInstruction: unknown) =>
    request({ dosageInstruction }).dosages.map(({ text, read: isRead }) => [text, isRead]);
  test('one of the wrong shape still counts as one, so that the others never look like the whole dose', () => {
    expect(read([{ text: 'Take 1 tablet twice daily' }, null])).toEqual([
      ['Take 1 tablet twice daily', true],
      ['', false],
    ]);
    expect(read([{ text: 'Take 1 tablet twice daily' }, 7])).toHaveLength(2);
  });
  test('a bare text is an instruction in words', () => {
    expect(read('Take 1 tablet twice daily')).toEqual([['Take 1 tablet twice daily', true]]);
  });
  test('routes and sigs are kept as words', () => {
    const dosageInstruction = [
      { route: { text: 'Oral' }, text: '1 tab' },
      { route: { text: 'Oral' }, patientInstruction: 'Take one' },
    ];
    expect(request({ dosageInstruction }).routeTexts).toEqual(['Oral', '1 tab', 'Take one']);
  });
});

describe('the supply', () => {
  const supply = (more: JsonObject) => request(more).supply;
  const bounds = (boundsPeriod: unknown) => ({ timing: { repeat: { boundsPeriod } } });
  test.each<[string, JsonObject, object]>([
    [
      'days of the supply',
      { expectedSupplyDuration: { value: 30, unit: 'days' }, numberOfRepeatsAllowed: 2 },
      { days: 30, repeats: 2 },
    ],
    [
      'a quantity',
      { quantity: { value: 90, unit: 'tablet' } },
      { repeats: 0, quantity: { value: 90, unit: 'tablet' } },
    ],
    [
      'numbers as texts',
      { quantity: { value: '90' }, numberOfRepeatsAllowed: '3' },
      { repeats: 3, quantity: { value: 90 } },
    ],
    ['negative refills', { numberOfRepeatsAllowed: -1 }, { repeats: 0 }],
    ['broken refills', { numberOfRepeatsAllowed: 'two' }, { repeats: 0 }],
    ['half a refill', { numberOfRepeatsAllowed: 1.5 }, { repeats: 1 }],
    ['hours are no days', { expectedSupplyDuration: { value: 720, code: 'h' } }, { repeats: 0 }],
    ['a broken quantity', { quantity: { value: 'many' } }, { repeats: 0 }],
    ['a broken dispense request', { quantity: 90, expectedSupplyDuration: 30 }, { repeats: 0 }],
  ])('%s', (_, dispenseRequest, expected) => {
    expect(supply({ dispenseRequest })).toEqual(expected);
  });

  test('how long a prescription may be filled is never its last day', () => {
    const validityPeriod = { start: '2026-11-01', end: '2027-11-01' };
    const { start, end } = supply({ dispenseRequest: { validityPeriod } });
    expect([start?.day, end]).toEqual(['2026-11-01', undefined]);
  });
  test('the end is the last bound, and only when every instruction has one', () => {
    const [first, second] = [
      bounds({ start: '2026-11-01', end: '2026-11-05' }),
      bounds({ start: '2026-11-06', end: '2026-11-20' }),
    ];
    expect(supply({ dosageInstruction: [second, first] })).toMatchObject({
      start: { day: '2026-11-01' },
      end: { day: '2026-11-20' },
    });
    expect(supply({ dosageInstruction: [first, { text: '1 tablet daily' }] }).end).toBeUndefined();
    expect(supply({ dosageInstruction: [first, bounds({ end: 'soon' })] }).end).toBeUndefined();
  });
});

describe('why an order ended', () => {
  test.each<[string, JsonObject, string | undefined]>([
    [
      'the reason comes first',
      { statusReason: { text: 'Sedation' }, note: [{ text: 'stopped' }] },
      'Sedation',
    ],
    [
      'a note that says so',
      { note: [null, { text: 'Call back' }, { text: 'Patient stopped taking it' }] },
      'Patient stopped taking it',
    ],
    ['a note that says something else', { note: [{ text: 'Take with food' }] }, undefined],
    ['a note of the wrong type', { note: [{ text: 5 }] }, undefined],
  ])('%s', (_, more, expected) => {
    expect(request(more).statusReason).toBe(expected);
  });
});

describe('a MedicationStatement', () => {
  test('is a report, with its own period and dosage', () => {
    const entry = statement({
      status: 'active',
      medicationCodeableConcept: { text: 'baclofen' },
      dateAsserted: '2026-10-01',
      effectivePeriod: { start: '2026-09', end: '2026-12-01' },
      dosage: [{ text: 'Take 1 tablet 3 times a day for 10 days' }],
      informationSource: { display: 'Spouse' },
    });
    expect(entry).toMatchObject({
      resourceType: 'MedicationStatement',
      reported: true,
      requester: 'Spouse',
      authoredOn: { day: '2026-10-01' },
      supply: { start: { text: '2026-09' }, end: { day: '2026-12-01' }, days: 10, repeats: 0 },
    });
    expect(entry.dosages[0]?.timesPerDay).toBe(3);
  });
  test('is kept whatever it lacks', () => {
    expect(statement({ dosage: null, effectivePeriod: 'x' })).toMatchObject({
      text: 'no name in the chart',
      status: 'not stated',
      dosages: [],
      supply: { repeats: 0 },
    });
  });
});
