/** Served by tools/tables-plugin. The fields are those of `Tables`; an ambient module cannot import the type. */
declare module 'virtual:terminology-tables' {
  const tables: {
    readonly groups: string;
    readonly relaxants: number;
    readonly ingredients: string;
    readonly ingredientCodes: string;
    readonly ingredientGroups: string;
    readonly meanings: string;
    readonly codes: string;
    readonly codeMeanings: string;
    readonly names: string;
    readonly nameMeanings: string;
    readonly ndc: string;
    readonly atc: string;
    readonly icd10cm: string;
    readonly icd10: string;
    readonly icd9cm: string;
    readonly snomed: string;
    readonly snomedGroups: string;
  };
  export default tables;
}
