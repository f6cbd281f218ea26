/** Grade, stage, place and repair that only the words beside a code tell. Texts are in the form of `plainWords`. */
export interface Narrowing {
  /** Applies when the entry is already in this group, or when one of its ICD-10-CM codes begins with one of `prefixes`. */
  readonly from?: string;
  readonly prefixes?: readonly string[];
  readonly words: RegExp;
  readonly unless?: RegExp;
  readonly to: string;
  /** The words replace the wider group instead of adding a grade to it. */
  readonly replaces?: true;
}

/** Weak limb in words, beside a code that does not tell where the weakness is. */
const WEAK_LEG =
  /\b(leg|legs|foot|feet|lower (limb|extremit\w+)|ankle|knee)\b.*\bweak|\bweak\w*\b.*\b(leg|legs|foot|feet|lower (limb|extremit\w+))|\bfoot ?drop\b/;
const SPINE = /\bvertebra|\bspin(e|al)\b|\blumbar\b|\bthoracic\b|\bsacr|\bl[1-5]\b|\bt\d{1,2}\b/;

export const NARROWINGS: readonly Narrowing[] = [
  {
    from: 'copd',
    words:
      /\b(very severe|severe|end stage)\b|\bgold (stage |grade |group )?(3|4|iii|iv)\b|\bhome oxygen\b|\boxygen depend/,
    unless: /\b(mild|moderate)\b/,
    to: 'copd_severe',
  },
  {
    from: 'liver_disease',
    words: /\bcompensated\b|\bchilds?( s)?( pugh| turcotte)*( class| score)? a\b|\bmild hepatic impairment\b/,
    unless: /\bdecompensated\b/,
    to: 'liver_mild',
    replaces: true,
  },
  {
    from: 'liver_disease',
    words:
      /\bdecompensated\b|\bchilds?( s)?( pugh| turcotte)*( class| score)? c\b|\bsevere hepatic impairment\b/,
    to: 'liver_severe',
    replaces: true,
  },
  {
    prefixes: ['N18', 'I12', 'I13'],
    words: /\b(stage |g)(3|4|5|iii|iv|v)[ab]?\b|\bckd ?(3|4|5)[ab]?\b|\bend stage\b/,
    unless: /\bstage (1|i)\b.*\bthrough\b/,
    to: 'ckd',
  },
  {
    prefixes: ['R200', 'R201', 'R208'],
    words: /\bsaddle\b|\bperine|\bperianal\b|\bgenital|\bgroin\b|\bbuttock/,
    to: 'saddle_numbness',
  },
  { prefixes: ['R29898', 'R531', 'M5416', 'M5417', 'M6281'], words: WEAK_LEG, to: 'motor_deficit' },
  { prefixes: ['M8448', 'M8468'], words: SPINE, to: 'vertebral_fracture' },
  // Z90.49 is absence of any part of the gut: only its words tell that it is the gallbladder.
  { prefixes: ['Z9049'], words: /\bgall ?bladder\b|\bcholecystectomy\b/, to: 'gallbladder_absent' },
  {
    from: 'aortic_aneurysm',
    words:
      /\brepaired\b|\bs p (endovascular |open |evar )?(repair|evar)|\bstatus post\b.*\b(repair|graft|evar)|\bpost repair\b|\bhistory of (\w+ )?repair\b/,
    to: 'aortic_aneurysm_repaired',
    replaces: true,
  },
];
