import { describe, expect, test } from 'vitest';
import { condition, outcome, searchset } from './fhir-server';
import type { Answer } from './fhir-server';
import { category, ehr, isHistory, order, read, statuses } from './one-patient-ehr';

describe('a false all-clear is not possible', () => {
  test.each<[string, Answer, string]>([
    ['no permission', { status: 403, body: {} }, 'not-permitted'],
    ['not offered', { status: 404, body: {} }, 'unsupported'],
    ['all parameters refused', { status: 400, body: 'no' }, 'unsupported'],
    ['a server error', { status: 500, body: {} }, 'failed'],
    ['a sign-in page', { body: '<html></html>' }, 'failed'],
    ['an error outcome instead of a list', { body: outcome('1', 'broken', 'error') }, 'failed'],
    [
      'a refusal in an outcome',
      { body: searchset([], {}, [outcome('4118', 'not authorised')]) },
      'not-permitted',
    ],
    [
      'a warning that entries may be missing',
      { body: searchset([], {}, [outcome('4119', 'may not contain the entire record')]) },
      'partial',
    ],
    ['"no results" as a warning', { body: searchset([], {}, [outcome('4101', 'none')]) }, 'complete'],
  ])('%s', async (_, answer, status) => {
    const server = await ehr(({ type }) => (type === 'AllergyIntolerance' ? answer : undefined));
    const chart = await read(server);
    expect(chart.sections.AllergyIntolerance.status).toBe(status);
    expect(chart.sections.AllergyIntolerance.gaps.length > 0).toBe(status !== 'complete');
    expect(statuses(chart)).toMatchObject({ Condition: 'complete', Observation: 'complete' });
  });

  test('the words of the EHR about missing entries are shown verbatim', async () => {
    const words = 'Results may not contain the entire record available.';
    const server = await ehr(({ type }) =>
      type === 'Procedure' ? { body: searchset([], {}, [outcome('4119', words)]) } : undefined,
    );
    expect((await read(server)).notices).toEqual([words]);
  });

  test('one failed list of conditions makes the section partial and names it', async () => {
    const server = await ehr((asked) => {
      if (category(asked) === 'encounter-diagnosis') return { status: 403, body: {} };
      return asked.type === 'Condition' ? { body: searchset([condition('c1')]) } : undefined;
    });
    const { Condition } = (await read(server)).sections;
    expect(Condition.status).toBe('partial');
    expect(Condition.gaps).toEqual([
      'Visit diagnoses could not be read: the EHR did not permit this app to read it.',
    ]);
  });

  test.each<[string, Answer, string]>([
    [
      'not offered: the section is whole, and that is said',
      { status: 400, body: 'unknown category' },
      'complete',
    ],
    ['not permitted: the section is partial', { status: 403, body: {} }, 'partial'],
    ['failed: the section is partial', { status: 500, body: {} }, 'partial'],
  ])('health concerns %s', async (_, answer, status) => {
    const server = await ehr((asked) =>
      category(asked)?.endsWith('health-concern') === true ? answer : undefined,
    );
    const { Condition } = (await read(server)).sections;
    expect(Condition.status).toBe(status);
    expect(Condition.gaps[0]).toContain('Health concerns');
  });

  test('earlier orders that fail leave the current medicines complete', async () => {
    const server = await ehr((asked) => (isHistory(asked) ? { status: 500, body: {} } : undefined));
    const chart = await read(server);
    expect(chart.sections.MedicationRequest.status).toBe('complete');
    expect(chart.medicationHistory.status).toBe('failed');
  });

  test('entries of another patient are discarded unread, counted once, and leave the list partial', async () => {
    const foreign = order('x', {
      subject: { reference: 'Patient/p2' },
      medicationCodeableConcept: { text: 'secret' },
    });
    const server = await ehr((asked) =>
      asked.type === 'MedicationRequest' ? { body: searchset([order('m1'), foreign]) } : undefined,
    );
    const chart = await read(server);
    expect(chart.foreignEntries).toBe(1);
    expect(chart.sections.MedicationRequest.status).toBe('partial');
    expect(chart.medicationHistory.status).toBe('partial');
    expect(JSON.stringify(chart)).not.toContain('secret');
  });

  test('all searches failing one after the other never give a complete section', async () => {
    const server = await ehr(({ path }) => (path.startsWith('Patient/') ? undefined : { status: 503 }));
    const chart = await read(server);
    expect(Object.values(statuses(chart))).toEqual(Array(5).fill('failed'));
  });
});

describe('granted scopes', () => {
  const without = [
    'launch',
    'patient/Patient.r',
    'patient/Condition.rs',
    'patient/MedicationRequest.read',
    'patient/Observation.rs?category=laboratory',
    'patient/Procedure.r',
  ];

  test('an empty answer without the scope is "not permitted", not "none"', async () => {
    expect(statuses(await read(await ehr(), { grantedScopes: without }))).toEqual({
      Condition: 'complete',
      MedicationRequest: 'complete',
      AllergyIntolerance: 'not-permitted',
      Observation: 'partial',
      Procedure: 'not-permitted',
    });
  });

  test('entries that come without the scope are used, and the list counts as partial', async () => {
    const allergy = {
      resourceType: 'AllergyIntolerance',
      id: 'a',
      patient: { reference: 'Patient/p1' },
      code: { text: 'x' },
    };
    const server = await ehr(({ type }) =>
      type === 'AllergyIntolerance' ? { body: searchset([allergy]) } : undefined,
    );
    const chart = await read(server, { grantedScopes: without });
    expect(chart.allergies).toHaveLength(1);
    expect(chart.sections.AllergyIntolerance.status).toBe('partial');
  });

  test('a failure without the scope is said to be a matter of permission', async () => {
    const server = await ehr(({ type }) =>
      type === 'AllergyIntolerance' ? { status: 500, body: {} } : undefined,
    );
    const chart = await read(server, { grantedScopes: without });
    expect(chart.sections.AllergyIntolerance.status).toBe('not-permitted');
  });

  test.each(['patient/*.read', 'user/*.rs', 'patient/*.cruds', 'patient/*.*'])(
    '%s covers everything',
    async (scope) => {
      const chart = await read(await ehr(), { grantedScopes: [scope] });
      expect(Object.values(statuses(chart))).toEqual(Array(5).fill('complete'));
    },
  );
});
