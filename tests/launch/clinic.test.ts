import { afterEach, describe, expect, it } from 'vitest';
import type { Clinic, Session, Site } from '../../src/launch/types';
import { clinicOfVisit } from '../../src/workspace/clinic';
import { json, serve } from './serve';
import type { Served } from './serve';
import { siteFor } from './tab';

/** The clinic whose phone number stands on paper, from the visit's location over HTTP. */
const clinic = (name: string, ...locations: string[]): Clinic => ({
  name,
  phone: '1',
  afterHoursPhone: '2',
  locations,
});
const OAK = clinic('Oak Street', 'Location/oak', 'Location/oak-lab');
const ELM = clinic('Elm Street', 'Location/elm');

let open: Served | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function found(
  encounter: unknown,
  changed: Partial<Session> = {},
  clinics: Site['clinics'] = [OAK, ELM],
): Promise<{ readonly name: string | undefined; readonly requests: number }> {
  let requests = 0;
  open = await serve(() => {
    requests += 1;
    return json(encounter);
  });
  const session: Session = {
    site: siteFor(`${open.origin}/fhir`, { clinics }),
    fhirBase: `${open.origin}/fhir`,
    patientId: 'p1',
    encounterId: 'e1',
    askedScopes: [],
    grantedScopes: [],
    diagnose: false,
    needPatientBanner: true,
    authorization: () => Promise.resolve('Bearer x'),
    refresh: () => Promise.resolve(false),
    end: () => Promise.resolve(),
    ...changed,
  };
  return { name: (await clinicOfVisit(session))?.name, requests };
}

const visit = (...locations: string[]) => ({
  resourceType: 'Encounter',
  id: 'e1',
  subject: { reference: 'Patient/p1' },
  location: locations.map((reference) => ({ location: { reference } })),
});

describe('the clinic of the visit', () => {
  it('is the one whose location the visit names, in whatever form', async () => {
    expect((await found(visit('Location/elm'))).name).toBe('Elm Street');
    expect((await found(visit('Location/room-3', 'https://ehr.example/fhir/Location/oak'))).name).toBe(
      'Oak Street',
    );
  });

  it.each<[string, unknown]>([
    ['names no location of the site', visit('Location/elsewhere')],
    ['names none at all', { ...visit(), location: undefined }],
    ['names two clinics', visit('Location/oak', 'Location/elm')],
    ['only begins like one', visit('Location/oak-lab-2')],
    ['is of another patient', { ...visit('Location/elm'), subject: { reference: 'Patient/p2' } }],
    ['is no visit', { resourceType: 'OperationOutcome' }],
  ])('is not guessed when the visit %s', async (_name, encounter) => {
    expect((await found(encounter)).name).toBeUndefined();
  });

  it('is not asked for where the clinics have no locations', async () => {
    expect(await found(visit('Location/elm'), {}, [clinic('A'), clinic('B')])).toEqual({
      name: undefined,
      requests: 0,
    });
  });
});
