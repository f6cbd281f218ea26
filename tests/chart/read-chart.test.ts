import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/chart/types';
import { condition, searchset } from './fhir-server';
import type { Answer } from './fhir-server';
import { ehr, isCurrent, isHistory, order, PATIENT, pointing, read, statuses } from './one-patient-ehr';

describe('a chart that arrives whole', () => {
  test('every section is complete, and everything is asked for at once', async () => {
    const server = await ehr(({ type }) =>
      type === 'Condition' ? { body: searchset([condition('c1')]) } : undefined,
    );
    const chart = await read(server);
    expect(Object.values(statuses(chart))).toEqual(Array(5).fill('complete'));
    expect(chart.medicationHistory.status).toBe('complete');
    expect(chart.patient).toMatchObject({ id: 'p1', sex: 'female' });
    expect(chart.conditions.map(({ reference }) => reference)).toEqual(['Condition/c1']);
    expect(server.asked).toHaveLength(9);
    expect(server.asked[0]?.path).toBe('Patient/p1');
  });

  test('is one round trip: no request waits for the answer to another, whichever is late', async () => {
    const quick = await ehr();
    await read(quick);
    const paths = quick.asked.map(({ path }) => path);
    for (const late of paths) {
      const left = new Set(paths);
      let allAsked = () => {};
      const after = new Promise<void>((resolve) => {
        allAsked = resolve;
      });
      const server = await ehr(({ path, type }) => {
        left.delete(path);
        if (left.size === 0) allAsked();
        if (path !== late) return undefined;
        return { after, body: type === 'Patient' ? PATIENT : searchset([]) };
      });
      // Its answer comes when everything else was asked. What waits for it would wait until it is given up.
      const chart = await read(server, {}, { timeoutMs: 20_000 });
      expect([late, ...Object.values(statuses(chart))]).toEqual([late, ...Array<string>(5).fill('complete')]);
      expect(chart.medicationHistory.status).toBe('complete');
    }
  });

  test('every search names the launch patient', async () => {
    const server = await ehr();
    await read(server);
    const searches = server.asked.filter(({ type }) => type !== 'Patient');
    expect(searches.every(({ query }) => query.get('patient') === 'p1')).toBe(true);
  });

  test('an order of both searches stands once, as its latest version', async () => {
    const version = (status: string, lastUpdated: string) => order('m1', { status, meta: { lastUpdated } });
    const server = await ehr((asked) => {
      if (isCurrent(asked))
        return { body: searchset([version('active', '2026-11-20T10:00:00Z'), order('m2')]) };
      if (isHistory(asked)) return { body: searchset([version('stopped', '2026-11-21T10:00:00Z')]) };
      return undefined;
    });
    const chart = await read(server);
    expect(chart.medications.map(({ reference, status }) => [reference, status])).toEqual([
      ['MedicationRequest/m1', 'stopped'],
      ['MedicationRequest/m2', 'active'],
    ]);
  });

  test('sections report one by one, and nothing is told before the Patient is confirmed', async () => {
    const seen: Chart[] = [];
    const server = await ehr(({ type }) =>
      type === 'Patient'
        ? { delayMs: 80, body: PATIENT }
        : type === 'Procedure'
          ? { delayMs: 160, body: searchset([]) }
          : undefined,
    );
    await read(server, { onUpdate: (chart) => seen.push(chart) });
    expect(seen.every(({ patient }) => patient?.id === 'p1')).toBe(true);
    expect(seen[0]?.sections.Procedure.status).toBe('loading');
    expect(seen.at(-1)?.sections.Procedure.status).toBe('complete');
  });
});

describe('medicines that orders point to', () => {
  const medication = (id: string, text: string) => ({ resourceType: 'Medication', id, code: { text } });

  test('are taken from what came along, or fetched in one second request', async () => {
    const server = await ehr((asked) => {
      if (isCurrent(asked))
        return {
          body: {
            resourceType: 'Bundle',
            entry: [
              { resource: pointing('m1', 'Medication/a') },
              { resource: pointing('m2', 'Medication/b') },
              { resource: medication('a', 'baclofen 10 mg'), search: { mode: 'include' } },
            ],
          },
        };
      if (asked.type === 'Medication') return { body: searchset([medication('b', 'tizanidine 4 mg')]) };
      return undefined;
    });
    const chart = await read(server);
    expect(chart.medications.map(({ text, source }) => [text, source])).toEqual([
      ['baclofen 10 mg', 'included'],
      ['tizanidine 4 mg', 'fetched'],
    ]);
    expect(
      server.asked.filter(({ type }) => type === 'Medication').map(({ query }) => query.get('_id')),
    ).toEqual(['b']);
  });

  test('under another base are never the local Medication of the same id', async () => {
    const server = await ehr((asked) => {
      if (isCurrent(asked))
        return { body: searchset([pointing('m1', 'https://other.example/fhir/Medication/7')]) };
      if (asked.type === 'Medication') return { body: searchset([medication('7', 'the wrong drug')]) };
      return undefined;
    });
    const chart = await read(server);
    expect(chart.medications[0]).toMatchObject({ source: 'unresolved', names: [] });
    expect(chart.sections.MedicationRequest.status).toBe('partial');
    expect(server.asked.some(({ type }) => type === 'Medication')).toBe(false);
  });

  test('that cannot be read stay on the list: by the name of the order, or as an unknown that leaves the list partial', async () => {
    const server = await ehr((asked) => {
      if (isCurrent(asked))
        return {
          body: searchset([pointing('m1', 'Medication/a', 'baclofen'), pointing('m2', 'Medication/b')]),
        };
      if (asked.type === 'Medication') return { status: 404, body: {} };
      return undefined;
    });
    const chart = await read(server);
    expect(chart.medications.map(({ text, source }) => [text, source])).toEqual([
      ['baclofen', 'display-only'],
      ['medicine could not be read (no name in the chart)', 'unresolved'],
    ]);
    expect(chart.sections.MedicationRequest).toMatchObject({ status: 'partial', count: 2 });
    expect(chart.sections.MedicationRequest.gaps[0]).toContain('One medicine could not be read');
  });
});

describe('variants of a query', () => {
  test('a refused _include is asked without it', async () => {
    const server = await ehr(({ type, query }) =>
      type === 'MedicationRequest' && query.has('_include')
        ? { status: 400, body: 'Unsupported parameter: _include' }
        : type === 'MedicationRequest'
          ? { body: searchset([order('m1')]) }
          : undefined,
    );
    const chart = await read(server);
    expect(chart.sections.MedicationRequest).toMatchObject({ status: 'complete', gaps: [], count: 1 });
  });

  test('a server error is asked once more in another form, not in every form', async () => {
    const server = await ehr((asked) =>
      isCurrent(asked) || isHistory(asked) ? { status: 500, body: {} } : undefined,
    );
    await read(server);
    expect(server.asked.filter(({ type }) => type === 'MedicationRequest')).toHaveLength(4);
  });
});

describe('nobody to show', () => {
  test('another patient than the launch named: everything is stopped', async () => {
    const seen: Chart[] = [];
    const server = await ehr(({ path }) =>
      path.startsWith('Patient/') ? { body: { ...PATIENT, id: 'p2' } } : undefined,
    );
    const reading = read(server, { onUpdate: (chart) => seen.push(chart) });
    await expect(reading).rejects.toMatchObject({ kind: 'wrong-patient' });
    expect(seen).toEqual([]);
  });

  test.each<[string, Answer, string]>([
    ['the session is over', { status: 401 }, 'unauthorised'],
    ['the Patient is restricted', { status: 403, body: {} }, 'forbidden'],
    ['the EHR is down', { status: 500, body: {} }, 'server'],
  ])('%s', async (_, answer, kind) => {
    const server = await ehr(({ path }) => (path.startsWith('Patient/') ? answer : undefined));
    await expect(read(server)).rejects.toMatchObject({ kind });
  });

  test('a session that ends while the chart is read', async () => {
    const session = new AbortController();
    const server = await ehr(({ type }) => (type === 'Procedure' ? { delayMs: 3_000 } : undefined));
    const reading = read(
      server,
      {
        onUpdate: () =>
          setTimeout(() => {
            session.abort();
          }, 20),
      },
      { signal: session.signal },
    );
    await expect(reading).rejects.toMatchObject({ kind: 'aborted' });
  });
});
