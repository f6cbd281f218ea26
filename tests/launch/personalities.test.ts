import './browser-globals';
import tables from 'virtual:terminology-tables';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FhirProblem } from '../../src/chart/fhir-problem';
import { readChart } from '../../src/chart/read-chart';
import type { Chart } from '../../src/chart/types';
import type { Session } from '../../src/launch/types';
import { review } from '../../src/review/review';
import { EMPTY_VISIT } from '../../src/review/types';
import type { Review } from '../../src/review/types';
import { sandboxConfig } from '../../src/sandbox/config';
import { EHR_NAMES } from '../../src/sandbox/personalities';
import type { EhrName } from '../../src/sandbox/personalities';
import { loadSamples } from '../../src/sandbox/samples';
import { startSandboxServer } from '../../src/sandbox/server';
import type { SandboxServer } from '../../src/sandbox/server';
import { createTerminology } from '../../src/terminology/recogniser';
import { json, serve } from './serve';
import type { Served } from './serve';
import { Tab, signedIn } from './tab';

/**
 * The table personality × journey: launch → chart → review over real HTTP, app and EHR on two origins. The same patient
 * has the same findings in every EHR, however it writes, pages and refuses. No token goes anywhere but to its EHR.
 */
const NOW = () => new Date(2026, 10, 22, 10);
const TODAY = '2026-11-22';
const terminology = createTerminology(tables);
const QUIRKY = EHR_NAMES.filter((name) => name !== 'plain');
const PATIENTS = loadSamples().map((bundle) => {
  const { entry } = bundle as { entry: { resource: { resourceType: string; id: string } }[] };
  return entry.find(({ resource }) => resource.resourceType === 'Patient')?.resource.id ?? '';
});

let app: Served;
let ehr: SandboxServer;
/** Origins that saw an Authorization header, and every address that was asked. */
const trusted = new Set<string>();
const asked: string[] = [];
const realFetch = globalThis.fetch;

beforeAll(async () => {
  app = await serve((request) =>
    new URL(request.url).pathname === '/app/config.json' ? json(sandboxConfig(ehr.origin)) : undefined,
  );
  ehr = await startSandboxServer({ now: NOW, apps: [`${app.origin}/app/`] });
});
afterAll(async () => {
  await Promise.all([app.close(), ehr.close()]);
});
beforeEach(() => {
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    asked.push(request.url);
    if (request.headers.has('authorization')) trusted.add(new URL(request.url).origin);
    return realFetch(input, init);
  };
});
afterEach(() => {
  globalThis.fetch = realFetch;
  asked.length = 0;
  trusted.clear();
});

async function launched(name: EhrName, patient: string, switches: Readonly<Record<string, string>> = {}) {
  const answer = await realFetch(`${ehr.origin}/ehr/launch`, {
    method: 'POST',
    body: new URLSearchParams({ patient, ehr: name, ...switches }),
    redirect: 'manual',
  });
  const query = new URL(answer.headers.get('location') ?? '').searchParams;
  return signedIn(new Tab(), app.origin, Object.fromEntries(query));
}

const read = (session: Session): Promise<Chart> =>
  readChart(
    { ...session, wait: () => Promise.resolve() },
    { patientId: session.patientId, grantedScopes: session.grantedScopes, today: TODAY },
  );

const reviewed = (chart: Chart): Review => review(chart, { terminology, asOf: TODAY, visit: EMPTY_VISIT });

async function journey(name: EhrName, patient: string, switches?: Readonly<Record<string, string>>) {
  return reviewed(await read(await launched(name, patient, switches)));
}

/** The reading of the plain EHR is what every other is held against: one for each patient. */
const plainReviews = new Map<string, Promise<Review>>();
function plainReview(patient: string): Promise<Review> {
  const known = plainReviews.get(patient) ?? journey('plain', patient);
  plainReviews.set(patient, known);
  return known;
}

/** What a review says, without the ids under which an EHR keeps its records. */
function findings({ relaxants, redFlags, redFlagsNotChecked, dataGaps, unrecognised, didNotCount }: Review) {
  return {
    relaxants: relaxants.map((relaxant) => ({
      drug: relaxant.drug,
      state: relaxant.state,
      stale: relaxant.stale,
      dailyDoseMg: relaxant.dailyDoseMg,
      durationDays: relaxant.durationDays,
      driving: relaxant.driving.tier,
      cautions: relaxant.cautions.map(({ rule, severity, evidence }) => [rule.id, severity, evidence.length]),
      suppressed: relaxant.suppressed.map(({ id, by }) => [id, by]),
      notChecked: relaxant.notChecked.map(({ rule }) => rule.id),
    })),
    redFlags: redFlags.map(({ rule, tier, evidence }) => [rule.id, tier, evidence.length]),
    redFlagsNotChecked: redFlagsNotChecked.map(({ rule }) => rule.id),
    dataGaps: dataGaps.map(({ id }) => id),
    unrecognised: unrecognised.map(({ text }) => text).sort(),
    // An EHR that cannot search by status sends old orders too: they are listed, and count for nothing.
    didNotCount: didNotCount
      .map(({ reason }) => reason)
      .filter((reason) => !reason.startsWith('not current'))
      .sort(),
  };
}

describe.each(QUIRKY)('in an EHR that is %s', (name) => {
  it.each(PATIENTS)('%s has the findings of the plain EHR', async (patient) => {
    const plain = await plainReview(patient);
    const found = await journey(name, patient);
    expect(findings(found)).toEqual(findings(plain));
    expect(found.completeness).toEqual(plain.completeness);
    expect([found.patient.name, found.patient.age]).toEqual([plain.patient.name, plain.patient.age]);
    expect([...trusted]).toEqual([ehr.origin]);
  });
});

describe('a session that has to be renewed while pages are turned', () => {
  it.each(['plain', 'oracle-like', 'athena-like', 'hapi-like', 'canvas-like'] as const)(
    'brings the same findings in an EHR that is %s',
    async (name) => {
      const whole = await journey(name, 'maria-lopez');
      const session = await launched(name, 'maria-lopez', { 'sign-in': 'session-renews', pages: 'small' });
      const first = await session.authorization();
      expect(findings(reviewed(await read(session)))).toEqual(findings(whole));
      expect(await session.authorization()).not.toBe(first);
    },
  );

  it.each(['epic-like', 'nextgen-like'] as const)(
    'in an EHR that is %s and gives no refresh token is not possible: the sections, or the whole reading, say so',
    async (name) => {
      const session = await launched(name, 'maria-lopez', { 'sign-in': 'session-ends', pages: 'small' });
      const said = await read(session).then(
        (chart) => reviewed(chart).gaps.join(' '),
        // Which request meets the end is a matter of chance: without the Patient there is no chart at all.
        (problem: unknown) => (problem instanceof FhirProblem ? problem.message : ''),
      );
      expect(said).toContain('the session with the EHR has ended');
    },
  );
});

describe('launches side by side', () => {
  it('in two EHRs keep their patients, their addresses and their tokens apart', async () => {
    const [one, other] = await Promise.all([
      launched('epic-like', 'maria-lopez'),
      launched('canvas-like', 'priya-raman'),
    ]);
    const [first, second] = await Promise.all([read(one), read(other)]);
    expect(first.patient?.name).toBe('Maria Lopez');
    expect(second.patient?.name).toBe('Priya Raman');
    expect(first.foreignEntries + second.foreignEntries).toBe(0);
    const crossed = await realFetch(`${one.fhirBase}/Patient/${one.patientId}`, {
      headers: { authorization: (await other.authorization()) ?? '' },
    });
    expect(crossed.status).toBe(401);
  });
});

describe('a next page on another host', () => {
  it('is not followed, with the token or without: the section says what happened', async () => {
    const chart = await read(await launched('plain', 'maria-lopez', { Condition: 'foreign-next' }));
    expect(chart.sections.Condition.status).toBe('partial');
    expect(chart.sections.Condition.gaps.join(' ')).toContain(
      'an address outside itself, which was not followed',
    );
    expect(
      asked.filter((address) => !address.startsWith(ehr.origin) && !address.startsWith(app.origin)),
    ).toEqual([]);
    expect([...trusted]).toEqual([ehr.origin]);
  });
});
