import { OLD_VERSIONS, readOldVersion } from './faults';
import { EHR_NAMES, personalityOf } from './personalities';
import type { EhrName } from './personalities';
import { addressesAt, CLIENT_ID } from './smart';

/** The app's `config.json` for this sandbox, as a hospital would write it for its EHRs. `origin` is the sandbox's. */
export function sandboxConfig(origin: string): {
  readonly sites: readonly Readonly<Record<string, unknown>>[];
} {
  const older = Object.keys(OLD_VERSIONS).map((version) => ({
    ...siteOf(origin, 'plain'),
    issuer: addressesAt(origin, 'plain', readOldVersion(version)).fhirBase,
    standalone: false,
  }));
  return { sites: [...EHR_NAMES.map((name) => siteOf(origin, name)), ...older] };
}

function siteOf(origin: string, name: EhrName): Readonly<Record<string, unknown>> {
  const { scopes } = personalityOf(name);
  return {
    issuer: addressesAt(origin, name).fhirBase,
    clientId: CLIENT_ID,
    standalone: name === 'plain',
    ...(scopes === undefined ? {} : { scope: scopes.join(' ') }),
    authorizeOrigins: [origin],
    ehr: name === 'plain' ? 'other' : name.replace('-like', ''),
    ...(name === 'athena-like'
      ? { pkceUnannounced: 'Checks the challenge and does not announce it; tried with the sandbox.' }
      : {}),
    clinics: [{ name: 'Oak Street Clinic', phone: '(555) 010-0100', afterHoursPhone: '(555) 010-0101' }],
    emergencyNumber: '911',
    poisonLine: '1-800-222-1222',
    support: 'Sandbox EHR help desk, (555) 010-0199',
    pageSize: 'Letter',
    testSystem: true,
  };
}
