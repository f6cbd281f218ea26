import { describe, expect, test } from 'vitest';
import { localReference, ownedBy, subjectOf } from '../../src/chart/references';

const BASE = 'https://ehr.example/api/FHIR/R4';

describe('a reference into this EHR', () => {
  const long = `e${'x'.repeat(69)}-.3`;
  test.each<[string, string, string]>([
    ['relative', 'Medication/7', '7'],
    ['with a version', 'Medication/7/_history/2', '7'],
    ['absolute', `${BASE}/Medication/7`, '7'],
    ['absolute with a version', `${BASE}/Medication/7/_history/2`, '7'],
    ['with http for https, behind a proxy', 'http://ehr.example/api/FHIR/R4/Medication/7', '7'],
    ['with an id of more than 64 characters', `Medication/${long}`, long],
  ])('%s', (_, reference, id) => {
    expect(localReference(reference, BASE)).toEqual({ type: 'Medication', id });
    expect(localReference(reference, `${BASE}/`)).toEqual({ type: 'Medication', id });
  });
});

describe('no reference into this EHR', () => {
  test.each<[string, string]>([
    ['another host', 'https://other.example/api/FHIR/R4/Medication/7'],
    ['a host that begins like ours', 'https://ehr.example.evil.example/api/FHIR/R4/Medication/7'],
    ['a base that begins like ours', `${BASE}2/Medication/7`],
    ['another base on our host', 'https://ehr.example/api/FHIR/STU3/Medication/7'],
    ['another port', 'https://ehr.example:8443/api/FHIR/R4/Medication/7'],
    ['our base as a user name', 'https://ehr.example@evil.example/api/FHIR/R4/Medication/7'],
    ['an address without a scheme', '//evil.example/Medication/7'],
    ['a urn', 'urn:uuid:9b1e5f3c-0000-4000-8000-000000000000'],
    ['an oid', 'urn:oid:1.2.3'],
    ['contained', '#med1'],
    ['a conditional reference', 'Medication?identifier=x|7'],
    ['a query behind the id', 'Medication/7?_format=json'],
    ['a fragment behind the id', 'Medication/7#x'],
    ['a path that climbs', '../Medication/7'],
    ['a path with a slash before', '/Medication/7'],
    ['a type alone', 'Medication'],
    ['an id alone', '7'],
    ['no id', 'Medication/'],
    ['a compartment', 'Patient/1/Medication/7'],
    ['our base alone', `${BASE}/`],
    ['a script', 'javascript:alert(1)'],
    ['nothing', ''],
  ])('%s', (_, reference) => {
    expect(localReference(reference, BASE)).toBeUndefined();
  });
  test('an absolute reference without a known base, or no reference', () => {
    expect(localReference(`${BASE}/Medication/7`, undefined)).toBeUndefined();
    expect(localReference(undefined, BASE)).toBeUndefined();
    expect(localReference('Medication/7', undefined)).toEqual({ type: 'Medication', id: '7' });
  });
});

describe('whose entry it is', () => {
  const isOwn = ownedBy('p1', BASE);
  test.each<[string, Record<string, unknown>]>([
    ['names the launch patient', { subject: { reference: 'Patient/p1' } }],
    ['names it as `patient`', { patient: { reference: `${BASE}/Patient/p1` } }],
    ['names a version of it', { subject: { reference: 'Patient/p1/_history/4' } }],
    ['names no subject', {}],
    ['has an empty subject', { subject: {} }],
    ['has a subject without a reference', { subject: { display: 'Ann Example' } }],
    ['has a subject that is null', { subject: null }],
    ['has a reference of the wrong type', { subject: { reference: 5 } }],
  ])("an entry that %s is the patient's", (_, resource) => {
    expect(isOwn(resource)).toBe(true);
  });

  test.each<[string, Record<string, unknown>]>([
    ['names another patient', { subject: { reference: 'Patient/p2' } }],
    ['names a longer id', { subject: { reference: 'Patient/p11' } }],
    ['names the id in another case', { subject: { reference: 'Patient/P1' } }],
    ['names the same id elsewhere', { subject: { reference: 'https://other.example/fhir/Patient/p1' } }],
    ['names a group', { subject: { reference: 'Group/p1' } }],
    ['names a urn', { subject: { reference: 'urn:uuid:p1' } }],
    ['names something contained', { subject: { reference: '#p1' } }],
    ['names another patient as a bare text', { subject: 'Patient/p2' }],
    ['names another patient as a bare `patient`', { patient: 'Patient/p2' }],
  ])('an entry that %s is not', (_, resource) => {
    expect(isOwn(resource)).toBe(false);
  });

  test('subject comes before patient', () => {
    expect(subjectOf({ subject: { reference: 'a' }, patient: { reference: 'b' } })).toBe('a');
    expect(subjectOf({ subject: { display: 'x' }, patient: { reference: 'b' } })).toBe('b');
  });
});
