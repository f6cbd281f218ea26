import { describe, expect, test } from 'vitest';
import { createDataAccess } from '../../src/chart/data-access';
import type { JsonObject } from '../../src/chart/fhir-guards';
import { createMedicationResolver, medicationOf } from '../../src/chart/resolve-medications';
import { connection, outcome, searchset } from './fhir-server';
import type { Answer, Asked, FhirServer } from './fhir-server';
import { ehr, order, pointing } from './one-patient-ehr';

const medication = (id: string, more: JsonObject = {}): JsonObject => ({
  resourceType: 'Medication',
  id,
  code: { text: `medicine ${id}` },
  ...more,
});
const nowhere = () => undefined;
const textOf = (resource: JsonObject | undefined) => (resource?.code as JsonObject | undefined)?.text;

describe('a medicine that is at hand', () => {
  test('is the one written in the order, whatever the order points to beside it', () => {
    const written = order('1', { medicationReference: { reference: 'Medication/7' } });
    expect(medicationOf(written, () => medication('7'), 'included')).toEqual({
      source: 'inline',
      ingredients: [],
    });
  });

  test('is contained in the order', () => {
    const contained = [null, 'x', medication('other'), medication('m')];
    const resolved = medicationOf({ ...pointing('1', '#m'), contained }, nowhere, 'fetched');
    expect([resolved.source, textOf(resolved.medication)]).toEqual(['contained', 'medicine m']);
  });

  test('is never another contained one, or a local one of the same id', () => {
    const asked: string[] = [];
    const resolved = medicationOf(
      { ...pointing('1', '#m'), contained: [medication('M')] },
      (reference) => {
        asked.push(reference);
        return undefined;
      },
      'fetched',
    );
    expect(resolved.source).toBe('unresolved');
    expect(asked).toEqual(['#m']);
  });

  test('that contains itself as its ingredient ends', () => {
    const loop = medication('m', { ingredient: [{ itemReference: { reference: '#m' } }] });
    const resolved = medicationOf({ ...pointing('1', '#m'), contained: [loop] }, nowhere, 'fetched');
    expect(resolved.ingredients).toEqual([loop]);
  });

  test('two that name each other end', () => {
    const a = medication('a', { ingredient: [{ itemReference: { reference: '#b' } }] });
    const b = medication('b', { ingredient: [{ itemReference: { reference: '#a' } }] });
    const resolved = medicationOf({ ...pointing('1', '#a'), contained: [a, b] }, nowhere, 'fetched');
    expect([resolved.medication, ...resolved.ingredients]).toEqual([a, b]);
  });

  test.each<[string, JsonObject, string]>([
    ['a display', { display: 'baclofen 10 mg' }, 'display-only'],
    ['a reference and a display', { reference: 'Medication/gone', display: 'baclofen' }, 'display-only'],
    ['a reference alone', { reference: 'Medication/gone' }, 'unresolved'],
    ['a urn that is not there', { reference: 'urn:uuid:1' }, 'unresolved'],
    ['an identifier alone', { identifier: { value: '7' } }, 'inline'],
  ])('%s leaves the source "%s"', (_, reference, source) => {
    const raw = { ...order('1', { medicationReference: reference }), medicationCodeableConcept: undefined };
    expect(medicationOf(raw, nowhere, 'fetched').source).toBe(source);
  });

  test('has its active ingredients by reference; broken ones and fillers are passed over', () => {
    const parts: Readonly<Record<string, JsonObject>> = {
      'Substance/a': { code: { text: 'a' } },
      'Medication/b': medication('b'),
    };
    const product = medication('m', {
      ingredient: [
        { itemReference: { reference: 'Substance/a' } },
        { itemReference: { reference: 'Medication/b' }, isActive: false },
        { itemReference: { reference: 'Medication/gone' } },
        { itemReference: 'Substance/a' },
        null,
      ],
    });
    const resolved = medicationOf(
      pointing('1', 'Medication/m'),
      (r) => (r === 'Medication/m' ? product : parts[r]),
      'fetched',
    );
    expect(resolved.ingredients.map(textOf)).toEqual(['a']);
  });
});

describe('medicines that are fetched', () => {
  const resolve = async (
    server: FhirServer,
    orders: readonly JsonObject[],
    included: readonly JsonObject[] = [],
  ) => {
    const resolver = createMedicationResolver(createDataAccess(connection(server.base)));
    const resolved = await resolver.resolve(orders, included);
    return orders.map((each) => {
      const { source, medication: found } = resolved.get(each) ?? {};
      return [source, textOf(found)];
    });
  };
  const asked = (server: FhirServer) => server.asked.map(({ path }) => decodeURIComponent(path));
  const byId = ({ query }: Asked): Answer => ({
    body: searchset((query.get('_id') ?? '').split(',').map((id) => medication(id))),
  });

  test('are asked for once each, in searches of 15', async () => {
    const server = await ehr(byId);
    const orders = Array.from({ length: 40 }, (_, n) => pointing(`o${n}`, `Medication/m${n % 20}`));
    expect(new Set((await resolve(server, orders)).map(([source]) => source))).toEqual(new Set(['fetched']));
    expect(server.asked.map(({ query }) => query.get('_id')?.split(',').length)).toEqual([15, 5]);
  });

  test('have ids of more than 64 characters, and stay under an address of 2,000', async () => {
    const server = await ehr(byId);
    const orders = Array.from({ length: 15 }, (_, n) =>
      pointing(`o${n}`, `Medication/${'e'.repeat(66)}-.${n}`),
    );
    expect((await resolve(server, orders)).every(([source]) => source === 'fetched')).toBe(true);
    expect(server.asked.every(({ path }) => path.length < 2000)).toBe(true);
  });

  test('are not fetched for what is foreign, contained, a urn or no Medication', async () => {
    const server = await ehr(byId);
    const references = [
      'https://other.example/fhir/Medication/7',
      '#m',
      'urn:uuid:7',
      'Substance/7',
      'Medication?code=7',
      `${server.base}2/Medication/7`,
    ];
    const found = await resolve(
      server,
      references.map((reference, n) => pointing(`o${n}`, reference)),
    );
    expect(found).toEqual(references.map(() => ['unresolved', undefined]));
    expect(server.asked).toEqual([]);
  });

  test('may be named by an absolute address of this EHR or with a version', async () => {
    const server = await ehr(byId);
    const orders = [pointing('1', `${server.base}/Medication/7`), pointing('2', 'Medication/7/_history/3')];
    expect(await resolve(server, orders)).toEqual([
      ['fetched', 'medicine 7'],
      ['fetched', 'medicine 7'],
    ]);
    expect(server.asked).toHaveLength(1);
  });

  test('are read one by one where a search by id is refused', async () => {
    const server = await ehr(({ query, path }) =>
      query.has('_id') ? { status: 400, body: 'no' } : { body: medication(path.replace('Medication/', '')) },
    );
    expect(await resolve(server, [pointing('1', 'Medication/a'), pointing('2', 'Medication/b')])).toEqual([
      ['fetched', 'medicine a'],
      ['fetched', 'medicine b'],
    ]);
    expect(asked(server)).toEqual(['Medication?_id=a,b', 'Medication/a', 'Medication/b']);
  });

  test('that a search leaves out are read alone', async () => {
    const server = await ehr(({ query, path }) =>
      query.has('_id')
        ? { body: searchset([medication('a')]) }
        : { body: medication(path.replace('Medication/', '')) },
    );
    const found = await resolve(server, [pointing('1', 'Medication/a'), pointing('2', 'Medication/b')]);
    expect(found.map(([source]) => source)).toEqual(['fetched', 'fetched']);
  });

  test.each<[string, Answer]>([
    ['gone', { status: 404, body: {} }],
    ['forbidden', { status: 403, body: {} }],
    ['another type', { body: { resourceType: 'Patient', id: 'a' } }],
    ['a message', { body: outcome('1', 'broken', 'error') }],
    ['a sign-in page', { body: '<html></html>' }],
    ['broken JSON', { body: '{', headers: { 'content-type': 'application/fhir+json' } }],
  ])('that are %s leave the order unresolved, and never reject', async (_, answer) => {
    const server = await ehr(() => answer);
    expect(await resolve(server, [pointing('1', 'Medication/a'), order('2')])).toEqual([
      ['unresolved', undefined],
      ['inline', undefined],
    ]);
  });

  test('that the EHR answers with other ids are not taken for the wanted ones', async () => {
    const server = await ehr(({ query }) =>
      query.has('_id') ? { body: searchset([medication('other')]) } : { status: 404, body: {} },
    );
    expect(await resolve(server, [pointing('1', 'Medication/a')])).toEqual([['unresolved', undefined]]);
  });

  test('that the EHR reads as another one are not taken either', async () => {
    const server = await ehr(({ query }) =>
      query.has('_id') ? { status: 400, body: 'no' } : { body: medication('other') },
    );
    expect(await resolve(server, [pointing('1', 'Medication/a')])).toEqual([['unresolved', undefined]]);
  });

  test('when the EHR is out of reach, it is not asked again for every medicine', async () => {
    const server = await ehr(() => ({ status: 429 }));
    const orders = Array.from({ length: 10 }, (_, n) => pointing(`o${n}`, `Medication/${n}`));
    expect((await resolve(server, orders)).every(([source]) => source === 'unresolved')).toBe(true);
    expect(server.asked).toHaveLength(3);
  });

  test('bring their ingredients in one more round, and no deeper', async () => {
    const part = (id: string, next: string) =>
      medication(id, { ingredient: [{ itemReference: { reference: `Medication/${next}` } }] });
    const server = await ehr(({ query }) => ({
      body: searchset((query.get('_id') ?? '').split(',').map((id) => part(id, `${id}x`))),
    }));
    const resolver = createMedicationResolver(createDataAccess(connection(server.base)));
    const one = pointing('1', 'Medication/a');
    const resolved = (await resolver.resolve([one], [])).get(one);
    expect(resolved?.ingredients.map(textOf)).toEqual(['medicine ax']);
    expect(asked(server)).toEqual(['Medication?_id=a', 'Medication?_id=ax']);
  });

  test('are not asked for twice in one reading of the chart', async () => {
    const server = await ehr(byId);
    const resolver = createMedicationResolver(createDataAccess(connection(server.base)));
    await Promise.all([
      resolver.resolve([pointing('1', 'Medication/a')], []),
      resolver.resolve([pointing('1', 'Medication/a')], []),
    ]);
    expect(server.asked).toHaveLength(1);
  });

  test('that came along are not fetched', async () => {
    const server = await ehr(byId);
    expect(
      await resolve(
        server,
        [pointing('1', 'Medication/a')],
        [medication('a'), { resourceType: 'Medication' }],
      ),
    ).toEqual([['included', 'medicine a']]);
    expect(server.asked).toEqual([]);
  });
});
