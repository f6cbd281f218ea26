import { addressesAt, CLIENT_ID } from './smart';

/** The app's `config.json` for this sandbox, as a hospital would write it for its EHR. `origin` is the sandbox's. */
export function sandboxConfig(origin: string): Readonly<Record<string, unknown>> {
  return {
    sites: [
      {
        issuer: addressesAt(origin).fhirBase,
        clientId: CLIENT_ID,
        authorizeOrigins: [origin],
        clinic: { name: 'Oak Street Clinic', phone: '(555) 010-0100', afterHoursPhone: '(555) 010-0101' },
        emergencyNumber: '911',
        poisonLine: '1-800-222-1222',
        support: 'Sandbox EHR help desk, (555) 010-0199',
        pageSize: 'Letter',
        testSystem: true,
      },
    ],
  };
}
