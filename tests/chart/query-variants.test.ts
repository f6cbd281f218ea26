import { describe, expect, test } from 'vitest';
import type { Asked } from './fhir-server';
import { ehr, order, read, statuses } from './one-patient-ehr';
import { condition, searchset } from './fhir-server';

/** What each EHR family refuses, and how the chart is asked for then; over real HTTP. */
type Refuses = (asked: Asked) => boolean;
const has =
  (...names: string[]): Refuses =>
  ({ query }) =>
    names.some((name) => query.has(name));
const orders = ({ type }: Asked): boolean => type === 'MedicationRequest';

/** The searches for orders that were answered, without the patient, who is in each. */
async function answered(refuses: Refuses) {
  const accepted: Record<string, string>[] = [];
  const server = await ehr((asked) => {
    if (asked.path.startsWith('Patient/')) return undefined;
    if (refuses(asked)) return { status: 400, body: 'unsupported parameter' };
    expect(asked.query.get('patient')).toBe('p1');
    if (asked.type === 'Condition') return { body: searchset([condition('c1')]) };
    if (!orders(asked)) return undefined;
    const chosen = [...asked.query].filter(([name]) => name !== 'patient');
    accepted.push(Object.fromEntries(chosen));
    return { body: searchset([order('m1')]) };
  });
  const chart = await read(server);
  return { chart, accepted, tried: server.asked.filter(orders).length };
}

const INTENT = 'order,plan';
const STATUS = 'active,on-hold,unknown';
const SINCE = 'ge2025-10-22';
const WITH = { _include: 'MedicationRequest:medication' };
const COUNT = { _count: '100' };
const CURRENT = { intent: INTENT, status: STATUS };

describe('orders are asked for by status and by day as long as the EHR allows it, where it refuses', () => {
  test.each<[string, Refuses, Record<string, string>, Record<string, string>]>([
    ['nothing', () => false, { ...CURRENT, ...WITH, ...COUNT }, { authoredon: SINCE, ...WITH, ...COUNT }],
    ['_include (Oracle)', has('_include'), { ...CURRENT, ...COUNT }, { authoredon: SINCE, ...COUNT }],
    ['_count', has('_count'), CURRENT, { authoredon: SINCE }],
    [
      '_count, _sort and _include (NextGen)',
      has('_count', '_sort', '_include'),
      CURRENT,
      { authoredon: SINCE },
    ],
    [
      'orders without intent (athenahealth)',
      (asked) => orders(asked) && !asked.query.has('intent'),
      { ...CURRENT, ...WITH, ...COUNT },
      { intent: INTENT, authoredon: SINCE, ...WITH, ...COUNT },
    ],
    [
      'orders without intent, and _count',
      (asked) => (orders(asked) && !asked.query.has('intent')) || asked.query.has('_count'),
      CURRENT,
      { intent: INTENT, authoredon: SINCE },
    ],
    [
      'status',
      has('status'),
      { intent: INTENT, ...WITH, ...COUNT },
      { authoredon: SINCE, ...WITH, ...COUNT },
    ],
    ['authoredon', has('authoredon'), { ...CURRENT, ...WITH, ...COUNT }, COUNT],
    [
      'everything but the patient',
      has('_count', '_sort', '_include', 'status', 'intent', 'authoredon'),
      {},
      {},
    ],
  ])('%s', async (_, refuses, current, history) => {
    const { chart, accepted } = await answered(refuses);
    expect(accepted).toHaveLength(2);
    expect(accepted).toEqual(expect.arrayContaining([current, history]));
    expect(statuses(chart)).toMatchObject({ MedicationRequest: 'complete', Condition: 'complete' });
    expect(chart.medicationHistory.status).toBe('complete');
    expect(chart.medications.map(({ reference }) => reference)).toEqual(['MedicationRequest/m1']);
  });

  test('all of it: the section says so, after a limited number of requests', async () => {
    const { chart, tried } = await answered(orders);
    expect(statuses(chart)).toMatchObject({ MedicationRequest: 'unsupported' });
    expect(chart.medicationHistory.status).toBe('unsupported');
    expect(tried).toBeLessThanOrEqual(16);
  });
});
