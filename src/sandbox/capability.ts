import { OLD_VERSIONS } from './faults';
import type { OldVersion } from './faults';
import type { Json } from './json';
import { INCLUDE, SEARCHES } from './search';
import type { Addresses } from './smart';
import { personalityOf } from './personalities';
import type { EhrName } from './personalities';

/** What the server can do, from the same table that answers searches. https://hl7.org/fhir/R4/capabilitystatement.html */
export function capabilityStatement(
  addresses: Addresses,
  today: string,
  ehr: EhrName,
  version?: OldVersion,
): Json {
  const { without = [] } = personalityOf(ehr);
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: today,
    kind: 'instance',
    software: { name: 'BackSafe sandbox EHR' },
    implementation: { description: 'Sandbox with synthetic patients', url: addresses.fhirBase },
    fhirVersion: version === undefined ? '4.0.1' : OLD_VERSIONS[version].fhirVersion,
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        security: {
          cors: true,
          service: [
            {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
                  code: 'SMART-on-FHIR',
                },
              ],
            },
          ],
          extension: [
            {
              url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
              extension: [
                { url: 'authorize', valueUri: addresses.authorize },
                { url: 'token', valueUri: addresses.token },
                { url: 'revoke', valueUri: addresses.revoke },
              ],
            },
          ],
        },
        resource: Object.entries(SEARCHES)
          .filter(([type]) => !without.includes(type))
          .map(([type, parameters]) => ({
            type,
            interaction: [{ code: 'read' }, { code: 'search-type' }],
            searchParam: [
              { name: '_id', type: 'token' },
              ...Object.entries(parameters).map(([name, { kind }]) => ({ name, type: kind })),
            ],
            ...(type === 'MedicationRequest' ? { searchInclude: [INCLUDE] } : {}),
          })),
      },
    ],
  };
}
