import { describe, expect, it } from 'vitest';
import { canonicalSystem } from '../../src/terminology/systems';

describe('a code system is known by', () => {
  it.each([
    ['its address', 'http://www.nlm.nih.gov/research/umls/rxnorm', 'rxnorm'],
    ['its address over https', 'https://www.nlm.nih.gov/research/umls/rxnorm', 'rxnorm'],
    ['its OID', 'urn:oid:2.16.840.1.113883.6.88', 'rxnorm'],
    ['its OID without urn', '2.16.840.1.113883.6.88', 'rxnorm'],
    ['its plain name', 'RxNorm', 'rxnorm'],
    ['its address of NDC', 'http://hl7.org/fhir/sid/ndc', 'ndc'],
    ['its OID of NDC', 'urn:oid:2.16.840.1.113883.6.69', 'ndc'],
    ['its address of SNOMED CT with a version', 'http://snomed.info/sct|2024-09', 'snomed'],
    ['its edition', 'http://snomed.info/sct/731000124108', 'snomed'],
    ['its edition and version', 'http://snomed.info/sct/900000000000207008/version/20240901', 'snomed'],
    ['its OID of SNOMED CT', 'urn:oid:2.16.840.1.113883.6.96', 'snomed'],
    ['its address of ICD-10-CM', 'http://hl7.org/fhir/sid/icd-10-cm', 'icd10cm'],
    ['its address at HL7 Terminology', 'http://terminology.hl7.org/CodeSystem/icd10CM', 'icd10cm'],
    ['its OID of ICD-10-CM', 'urn:oid:2.16.840.1.113883.6.90', 'icd10cm'],
    ['its address of ICD-10', 'http://hl7.org/fhir/sid/icd-10', 'icd10'],
    ['its OID of ICD-9-CM', 'urn:oid:2.16.840.1.113883.6.103', 'icd9cm'],
    ['its address of ATC', 'http://www.whocc.no/atc', 'atc'],
    ['its German address of ATC', 'http://fhir.de/CodeSystem/bfarm/atc', 'atc'],
    ['its address with spaces and a slash', ' http://loinc.org/ ', 'loinc'],
  ])('%s', (_, uri, system) => {
    expect(canonicalSystem(uri)).toBe(system);
  });

  it.each([
    ['proprietary drug lists', 'urn:oid:2.16.840.1.113883.6.68'],
    ['Multum', 'urn:oid:2.16.840.1.113883.6.314'],
    ['IMO', 'urn:oid:2.16.840.1.113883.3.247.1.1'],
    ["an EHR's own codes", 'urn:oid:1.2.840.114350.1.13.861.1.7.2.696580'],
    ['an address that only begins like SNOMED CT', 'http://snomed.info/sctx'],
    ['an empty text', ''],
    ['nothing', undefined],
  ])('none of these: %s', (_, uri) => {
    expect(canonicalSystem(uri)).toBe('other');
  });
});
