import { plainWords } from './words';

/**
 * Whole entries of two readings, and symptoms that may be a disease, with the reading that a rule waits for: such an entry is not
 * confirmed. Charts that say more beside it are not in it.
 */
const MAY_MEAN: Readonly<Record<string, string>> = {
  af: 'atrial fibrillation',
  ald: 'alcoholic liver disease',
  'altered mental status': 'cognitive impairment',
  as: 'ankylosing spondylitis',
  chb: 'complete heart block',
  confusion: 'cognitive impairment',
  forgetfulness: 'cognitive impairment',
  hcc: 'hepatocellular carcinoma',
  hd: 'hemodialysis',
  'memory loss': 'cognitive impairment',
  'memory problem': 'cognitive impairment',
  'memory problems': 'cognitive impairment',
  mg: 'myasthenia gravis',
  mm: 'multiple myeloma',
  nag: 'narrow angle glaucoma',
  pca: 'prostate cancer',
  pct: 'porphyria cutanea tarda',
  pd: 'Parkinson disease',
  pe: 'pulmonary embolism',
  psc: 'primary sclerosing cholangitis',
  scd: 'sickle cell disease',
  sea: 'spinal epidural abscess',
  'short term memory loss': 'cognitive impairment',
  si: 'suicidal ideation',
  tb: 'tuberculosis',
  vt: 'ventricular tachycardia',
};

/** What all these names may mean, where none says more. */
export function mayMean(names: readonly string[]): string | undefined {
  const [meaning, ...others] = names.map((name) => {
    const words = plainWords(name);
    // "constructor" is the name of no disease, but of something in every object.
    return Object.hasOwn(MAY_MEAN, words) ? MAY_MEAN[words] : undefined;
  });
  return others.every((other) => other === meaning) ? meaning : undefined;
}
