import { createDataAccess } from '../chart/data-access';
import { listOf, objectOf, textOf } from '../chart/fhir-guards';
import { ownedBy } from '../chart/references';
import type { Clinic, Session } from '../launch/types';

/**
 * The clinic of this visit among those of the site, by the locations of the visit; undefined when the EHR does not say,
 * says something else, or names two. Its phone number stands on paper: it is picked then, never guessed.
 */
export async function clinicOfVisit(session: Session): Promise<Clinic | undefined> {
  const { site, encounterId } = session;
  if (encounterId === undefined || site.clinics.every(({ locations }) => locations.length === 0))
    return undefined;
  try {
    const access = createDataAccess(session);
    const encounter = await access.read('Encounter', encounterId);
    if (!ownedBy(session.patientId, access.fhirBase)(encounter)) return undefined;
    const places = listOf(encounter.location)
      .map((place) => textOf(objectOf(objectOf(place).location).reference))
      .map((reference) => /Location\/[^/]+$/.exec(reference ?? '')?.[0]);
    const found = site.clinics.filter(({ locations }) => locations.some((place) => places.includes(place)));
    return found.length === 1 ? found[0] : undefined;
  } catch {
    return undefined;
  }
}
