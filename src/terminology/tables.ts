/** Compiled form of fhir/ValueSet. */
export interface Tables {
  readonly groups: readonly string[];
}
