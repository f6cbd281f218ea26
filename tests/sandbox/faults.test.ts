import { describe, expect, it } from 'vitest';
import { AUTHORIZE_ERRORS, REQUESTS_BEFORE_EXPIRY, SECTIONS, SLOW_MS } from '../../src/sandbox/faults';
import {
  authorize,
  authorizeFields,
  chartOf,
  CLIENT,
  fhirGet,
  ids,
  launchFor,
  proof,
  sandbox,
  searchset,
  signIn,
  token,
} from './journey';
import type { Fields } from './journey';

const PATIENT = 'denise-okafor';
const CONDITIONS = `Condition?patient=${PATIENT}`;
const ORDERS = `MedicationRequest?patient=${PATIENT}`;

describe('faults of one launch', () => {
  it.each(AUTHORIZE_ERRORS)('sign-in: %s comes back on the redirect with the state', async (error) => {
    const send = sandbox();
    const fields = authorizeFields(await launchFor(send, PATIENT, { 'sign-in': error }), proof());
    const back = await authorize(send, fields);
    expect(back.get('error')).toBe(error);
    expect(back.get('state')).toBe(fields.state);
  });

  it('sign-in: a token without a patient', async () => {
    expect(await signIn(sandbox(), PATIENT, { 'sign-in': 'no-patient' })).not.toHaveProperty('patient');
  });

  it.each(['session-ends', 'session-renews'] as const)('%s: 401 after a few requests', async (fault) => {
    const send = sandbox();
    const { access_token, refresh_token } = await signIn(send, PATIENT, { 'sign-in': fault });
    const get = fhirGet(send, access_token);
    for (let request = 0; request < REQUESTS_BEFORE_EXPIRY; request += 1)
      expect((await get(CONDITIONS)).status).toBe(200);
    expect((await get(CONDITIONS)).status).toBe(401);
    const refreshed = await token(send, {
      grant_type: 'refresh_token',
      client_id: CLIENT,
      refresh_token: String(refresh_token),
    });
    expect(refreshed.status).toBe(fault === 'session-renews' ? 200 : 400);
    if (fault === 'session-renews')
      for (let request = 0; request < REQUESTS_BEFORE_EXPIRY + 2; request += 1)
        expect((await fhirGet(send, refreshed.body.access_token)(CONDITIONS)).status).toBe(200);
  });

  it.each(SECTIONS)('a server error of %s leaves the other sections alone', async (section) => {
    const get = await chartOf(sandbox(), 'frank-kowalczyk', { [section]: 'server-error' });
    // Patient is read below: its scope does not cover a search.
    for (const other of SECTIONS.filter((name) => name !== 'Patient')) {
      const query = other === 'Medication' ? '_id=fk-drug-1' : 'patient=frank-kowalczyk';
      const { status } = await get(`${other}?${query}`);
      expect([other, status]).toEqual([other, other === section ? 500 : 200]);
    }
    expect((await get('Patient/frank-kowalczyk')).status).toBe(section === 'Patient' ? 500 : 200);
  });

  it('not-permitted: 403 although the scope was granted', async () => {
    const get = await chartOf(sandbox(), PATIENT, { Condition: 'not-permitted' });
    expect((await get(CONDITIONS)).status).toBe(403);
  });

  it('broken-json: status and type of a good answer, a body that is cut', async () => {
    const get = await chartOf(sandbox(), PATIENT, { Condition: 'broken-json' });
    const answer = await get(CONDITIONS);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/fhir+json');
    await expect(answer.json()).rejects.toThrow(SyntaxError);
  });

  it('a medicine that goes wrong does not come along with its order', async () => {
    const orders = 'MedicationRequest?patient=frank-kowalczyk&_include=MedicationRequest:medication';
    const modes = async (switches: Fields) => {
      const { entry = [] } = await searchset(await chartOf(sandbox(), 'frank-kowalczyk', switches), orders);
      return new Set(entry.map(({ search }) => search.mode));
    };
    expect(await modes({})).toContain('include');
    expect(await modes({ Medication: 'server-error' })).toEqual(new Set(['match']));
  });

  it('empty-body and html-login: 200, and yet no FHIR', async () => {
    const get = await chartOf(sandbox(), PATIENT, {
      Condition: 'empty-body',
      MedicationRequest: 'html-login',
    });
    const empty = await get(CONDITIONS);
    expect([empty.status, await empty.text()]).toEqual([200, '']);
    const login = await get(ORDERS);
    expect([login.status, login.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it('slow: the section waits, then answers in full', async () => {
    const waits: number[] = [];
    const send = sandbox({ wait: (milliseconds) => Promise.resolve(void waits.push(milliseconds)) });
    const get = await chartOf(send, PATIENT, { Condition: 'slow' });
    expect(await ids(get, CONDITIONS)).toHaveLength(3);
    expect(await ids(get, ORDERS)).toHaveLength(4);
    expect(waits).toEqual([SLOW_MS]);
  });

  it('small pages: two entries, whatever _count says', async () => {
    const get = await chartOf(sandbox(), PATIENT, { pages: 'small' });
    const { entry, total } = await searchset(get, `${ORDERS}&_count=100`);
    expect([entry?.length, total]).toEqual([2, 4]);
  });

  it('do not reach the next launch, and unknown switches are none', async () => {
    const send = sandbox();
    await signIn(send, PATIENT, { Condition: 'server-error' });
    const get = await chartOf(send, PATIENT, { Condition: 'constructor', 'sign-in': 'toString' });
    expect((await get(CONDITIONS)).status).toBe(200);
  });
});
