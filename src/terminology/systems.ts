/**
 * Code systems as charts spell them, mapped to one canonical name each.
 *
 * EHRs write the same system as an http or https URL, an OID, or with a version after a bar.
 * Source of the OIDs: HL7 Terminology (THO) NamingSystem resources, https://terminology.hl7.org/NamingSystem.html
 */
export type CodeSystem =
  | 'rxnorm'
  | 'ndc'
  | 'atc'
  | 'snomed'
  | 'icd10cm'
  | 'icd10'
  | 'icd9cm'
  | 'loinc'
  | 'ucum'
  | 'data-absent-reason'
  | 'other';

/** A coding whose system is canonical. `display` is the chart's own text, never ours. */
export interface Coding {
  readonly system: CodeSystem;
  readonly code: string;
  readonly display?: string;
}

const ALIASES: ReadonlyMap<string, CodeSystem> = new Map<string, CodeSystem>([
  ['www.nlm.nih.gov/research/umls/rxnorm', 'rxnorm'],
  ['2.16.840.1.113883.6.88', 'rxnorm'],
  ['rxnorm', 'rxnorm'],
  ['hl7.org/fhir/sid/ndc', 'ndc'],
  ['2.16.840.1.113883.6.69', 'ndc'],
  ['www.whocc.no/atc', 'atc'],
  ['2.16.840.1.113883.6.73', 'atc'],
  ['fhir.de/codesystem/bfarm/atc', 'atc'],
  ['snomed.info/sct', 'snomed'],
  ['2.16.840.1.113883.6.96', 'snomed'],
  ['hl7.org/fhir/sid/icd-10-cm', 'icd10cm'],
  ['2.16.840.1.113883.6.90', 'icd10cm'],
  ['terminology.hl7.org/codesystem/icd10cm', 'icd10cm'],
  ['hl7.org/fhir/sid/icd-10', 'icd10'],
  ['2.16.840.1.113883.6.3', 'icd10'],
  ['hl7.org/fhir/sid/icd-9-cm', 'icd9cm'],
  ['2.16.840.1.113883.6.103', 'icd9cm'],
  ['terminology.hl7.org/codesystem/icd9cm', 'icd9cm'],
  ['loinc.org', 'loinc'],
  ['2.16.840.1.113883.6.1', 'loinc'],
  ['unitsofmeasure.org', 'ucum'],
  ['terminology.hl7.org/codesystem/data-absent-reason', 'data-absent-reason'],
]);

/** The canonical name of a code system, `other` for anything unlisted or proprietary. */
export function canonicalSystem(uri: string | undefined): CodeSystem {
  if (uri === undefined) return 'other';
  const bare = uri
    .trim()
    .toLowerCase()
    .replace(/\|.*$/, '')
    .replace(/^urn:oid:/, '')
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '');
  const direct = ALIASES.get(bare);
  if (direct !== undefined) return direct;
  // SNOMED editions add a module path: http://snomed.info/sct/900000000000207008
  return bare.startsWith('snomed.info/sct/') ? 'snomed' : 'other';
}
