import type { Discovery } from './discovery';
import type { Site } from './types';

const CONTEXT = ['launch', 'openid', 'fhirUser'];
/** Only what is read: EHR reviews refuse an app that asks for more than it uses. */
export const SEARCHED = [
  'Condition',
  'MedicationRequest',
  'Medication',
  'AllergyIntolerance',
  'Observation',
  'Procedure',
];

/**
 * The scopes to ask for: the site's own words, else SMART v2 where the EHR says it knows them, else v1.
 * Not cut down to `scopes_supported`: Epic lists there only openid, profile, fhirUser and launch and grants far more.
 * https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html
 */
export function scopeFor(site: Site, discovery: Discovery): string {
  if (site.scope !== undefined) return site.scope;
  const context = discovery.onlineAccess ? [...CONTEXT, 'online_access'] : CONTEXT;
  const resources = discovery.scopesV2
    ? ['patient/Patient.r', ...SEARCHED.map((type) => `patient/${type}.rs`)]
    : V1;
  // Asked for only where it is used: to find the clinic of the visit among several.
  const visit = site.clinics.some(({ locations }) => locations.length > 0)
    ? [`patient/Encounter.${discovery.scopesV2 ? 'r' : 'read'}`]
    : [];
  return [...context, ...resources, ...visit].join(' ');
}

const V1 = ['Patient', ...SEARCHED].map((type) => `patient/${type}.read`);

/** What every SMART server has understood since version 1: asked for once when the first request was refused. */
export const MINIMAL_SCOPE = [...CONTEXT, ...V1].join(' ');

/** Opened from no chart, the app asks the EHR for the patient; the two context scopes never stand together. */
export const contextScope = (scope: string, launch: string): string =>
  launch === '' ? scope.replace(/(^| )launch(?= |$)/, '$1launch/patient') : scope;
