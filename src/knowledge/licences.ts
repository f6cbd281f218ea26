/** Whose codes and names the groups hold. The full notices are in NOTICE. */
export const TERMINOLOGY_LICENCES: readonly { readonly name: string; readonly licence: string }[] = [
  {
    name: 'RxNorm',
    licence:
      'U.S. National Library of Medicine, public domain. NLM is not responsible for this product and does not endorse it.',
  },
  {
    name: 'SNOMED CT',
    licence:
      'Global Patient Set of SNOMED International, Creative Commons Attribution 4.0. Concepts were selected and grouped.',
  },
  {
    name: 'ICD-10-CM and ICD-9-CM',
    licence: 'NCHS and CMS, works of the United States government.',
  },
  { name: 'ICD-10', licence: 'World Health Organization; prefixes only.' },
  {
    name: 'LOINC',
    licence:
      'Copyright Regenstrief Institute, Inc. and the LOINC Committee, under the licence at https://loinc.org/license.',
  },
  { name: 'NDC', licence: 'U.S. Food and Drug Administration.' },
  { name: 'ATC', licence: 'WHO Collaborating Centre for Drug Statistics Methodology; prefixes only.' },
];
