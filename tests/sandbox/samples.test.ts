import { describe, expect, it } from 'vitest';
import { isJson, jsonOf, jsonsOf, textOf } from '../../src/sandbox/json';
import type { Json } from '../../src/sandbox/json';
import { loadSamples } from '../../src/sandbox/samples';

const bundles = loadSamples().map(jsonOf);
const resourcesOf = (bundle: Json): readonly Json[] =>
  jsonsOf(bundle.entry).map(({ resource }) => jsonOf(resource));
const everything = bundles.flatMap(resourcesOf);
const address = ({ resourceType, id }: Json): string => `${textOf(resourceType)}/${textOf(id)}`;

/** Elements that US Core requires of each type, https://hl7.org/fhir/us/core/; one name of a group is enough. */
const REQUIRED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Patient: [['identifier'], ['name'], ['gender'], ['birthDate']],
  Condition: [['category'], ['code'], ['subject'], ['verificationStatus']],
  MedicationRequest: [
    ['status'],
    ['intent'],
    ['medicationCodeableConcept', 'medicationReference'],
    ['subject'],
    ['authoredOn'],
    ['requester', 'reportedBoolean'],
  ],
  Medication: [['code']],
  AllergyIntolerance: [['code'], ['patient'], ['clinicalStatus']],
  Observation: [
    ['status'],
    ['category'],
    ['code'],
    ['subject'],
    ['effectiveDateTime'],
    ['valueQuantity', 'valueString'],
  ],
  Procedure: [['status'], ['code'], ['subject'], ['performedDateTime']],
  Practitioner: [['name']],
};

function references(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isJson(value)) return [];
  const own = typeof value.reference === 'string' ? [value.reference] : [];
  return [...own, ...Object.values(value).flatMap(references)];
}

describe('the sample patients', () => {
  it('are at least twelve, with distinct ids over all files', () => {
    expect(bundles.length).toBeGreaterThanOrEqual(12);
    const addresses = everything.map(address);
    expect(addresses.filter((one, index) => addresses.indexOf(one) !== index)).toEqual([]);
  });

  it.each(bundles.map((bundle) => [textOf(bundle.id), bundle] as const))(
    '%s: a Bundle with a timestamp, a story and one synthetic Patient',
    (_id, bundle) => {
      expect(bundle.resourceType).toBe('Bundle');
      expect(textOf(bundle.timestamp)).toMatch(/^\d{4}-\d\d-\d\dT/);
      const story = jsonsOf(jsonOf(bundle.meta).tag).find(({ code }) => code === 'story');
      expect(textOf(story?.display)).not.toBe('');
      const patients = resourcesOf(bundle).filter(({ resourceType }) => resourceType === 'Patient');
      expect(patients).toHaveLength(1);
      // HL7's mark of test data: a chart that leaks is seen to be nobody's.
      expect(jsonsOf(jsonOf(patients[0]?.meta).tag).map(({ code }) => code)).toContain('HTEST');
    },
  );

  it.each(bundles.map((bundle) => [textOf(bundle.id), bundle] as const))(
    '%s: every reference resolves inside the Bundle, every clinical entry is about its patient',
    (_id, bundle) => {
      const resources = resourcesOf(bundle);
      const known = resources.map(address);
      const [patient] = known.filter((one) => one.startsWith('Patient/'));
      for (const resource of resources) {
        const inside = jsonsOf(resource.contained).map(({ id }) => `#${textOf(id)}`);
        for (const reference of references(resource)) expect([...known, ...inside]).toContain(reference);
        const subject = resource.subject ?? resource.patient;
        if (subject !== undefined) expect(jsonOf(subject).reference).toBe(patient);
      }
    },
  );

  it('hold what US Core requires of each resource', () => {
    const missing = everything.flatMap((resource) => {
      const groups = REQUIRED[textOf(resource.resourceType)];
      if (groups === undefined) return [`${address(resource)}: type without a requirement`];
      return groups
        .filter((names) => names.every((name) => resource[name] === undefined))
        .map((names) => `${address(resource)}: ${names.join(' or ')}`);
    });
    expect(missing).toEqual([]);
  });

  it('give every problem a clinical status, unless it was entered in error (FHIR con-3 and con-5)', () => {
    for (const condition of everything.filter(({ resourceType }) => resourceType === 'Condition')) {
      const wrong = jsonsOf(jsonOf(condition.verificationStatus).coding)[0]?.code === 'entered-in-error';
      expect([address(condition), condition.clinicalStatus !== undefined]).toEqual([
        address(condition),
        !wrong,
      ]);
    }
  });
});
