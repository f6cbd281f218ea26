import { plainWords } from './words';

/**
 * What a problem-list name says of this patient. One name may hold several statements ("Low back pain, denies incontinence; h/o breast
 * cancer"): each stands for itself, so that a denial or a relative in one never silences another.
 */

/** A new statement: a semicolon, a line, "but", or a history, a denial or a relative that follows a finding. */
const NEXT_STATEMENT =
  /;|[\r\n]|\bbut\b|(?<=\brisk\b.{0,40})\b(?:due to|secondary to|because of)\b|(?:,|\.\s|\s-\s|\bwith\b|\bw\/(?!o)|\band\b)\s*(?=(?:mother|father|sister|brother) (?:also )?(?:with|had|has|died)\b|(?:screen(?:ing|ed)? for|at (?:high |increased )?risk (?:of|for)|(?:high |increased )?risk (?:of|for)(?! (?:recurrence|relapse|progression))|vaccinated (?:for|against)|rule out|r\/o)\s+\w|(?:an? |prior |past |remote |personal |medical |strong |positive )*(?:family (?:history|hx)|fam hx|fhx?|history|hx|h\/o|pmhx?|denie[sd])\b(?: of\b)?:?\s+(?!of\b)\w)/i;

/** "Without", "no" and "not" take away what follows, up to the next comma: "AAA without rupture" is still an aneurysm. */
const TAKEN_AWAY =
  /\b(?:without|w\/o|(?<!\bcan )not(?! (?:well |adequately |optimally |fully )*controlled)|no)\b[^,;()]*|\b(?:denie[sd]|neg(?:ative)? for)\b.*/gi;

/** A spouse or a child tells of the patient as often as of themselves: only what is said to be theirs is taken away. */
const HOUSEHOLD = '(?:wife|husband|spouse|partner|girlfriend|boyfriend|fianc[eé]e?|daughter|son)';
const OF_HOUSEHOLD = new RegExp(
  String.raw`\b${HOUSEHOLD}(?:'s)? (?:(?:is|currently|now) )*pregnan(?:t|cy)\b|\bpregnant ${HOUSEHOLD}\s*$|^\s*${HOUSEHOLD} (?:has|with) (?!noticed|seen|witnessed|observed|reported|been|concern|patient)[^,;()]*`,
  'gi',
);

/** "No evidence of disease" tells that a cancer is over: it must outlive the taking away. */
const NO_DISEASE_LEFT =
  /\bno evidence of (?:active |current |residual )?(?:disease|recurrence|cancer recurrence)\b/gi;

const RELATIVE = '(?:mother|father|mom|dad|sister|brother|sibling|parent|aunt|uncle|cousin|grand[a-z]+)s?';

/** Relatives who know of a finding, or saw it, do not have it. */
const KNOWS = '(?! (?:(?:is|was|are|were|has been) )?(?:aware|informed|notified|updated|present|at bedside))';

/** What a statement must not say: other people, plans, fears, tests. Working list of the review gate, plus care talk. */
const NOT_THIS_PATIENT = new RegExp(
  [
    String.raw`\bfamily\b${KNOWS}|\bfhx?\b|\b(?:maternal|paternal) (?:history|side)\b`,
    String.raw`(?<!\b(?:lives|living|stays) with |\bcared for by |\b(?:nursing|lactating|feeding|breastfeeding|pregnant|expectant) |\b(?:witnessed|reported|seen) by )\b${RELATIVE}\b${KNOWS}`,
    String.raw`\bruled? out\b|\br o\b|\bexcluded\b|\bunlikely\b`,
    String.raw`\bfear of\b|\bphobia\b|\bworried about\b`,
    String.raw`\brisk (?:of|for) (?!recurrence|relapse|progression)|\bat (?:high |increased )?risk\b|\bfalls? risk\b`,
    String.raw`(?<!\bpositive\b.*)\bscreen(?:ing|ed)?\b(?!.*\bpositive\b)|\bmammogra`,
    String.raw`\bvaccin|\bimmunization\b|\beducation\b|\bcounsel|\bprevention\b|\bprophyla`,
    String.raw`(?<!\b(?:due to|secondary to|from) )\bexposure\b(?= to\b|$)|\bexposed to\b`,
  ].join('|'),
);

/** Shorthand of charts that has one meaning in a problem list. Those of several meanings stand in may-mean. */
const SHORTHAND: Readonly<Record<string, string>> = {
  // Spanish, as bilingual charts write the entries that must not be missed.
  'antecedente de': 'history of',
  'antecedentes de': 'history of',
  'antecedentes familiares': 'family history',
  'cola de caballo': 'cauda equina',
  embarazada: 'pregnant',
  embarazo: 'pregnancy',
  'a fib': 'atrial fibrillation',
  'a flutter': 'atrial flutter',
  aflutter: 'atrial flutter',
  afib: 'atrial fibrillation',
  'atrial fib': 'atrial fibrillation',
  paf: 'atrial fibrillation',
  'paroxysmal af': 'atrial fibrillation',
  'persistent af': 'atrial fibrillation',
  'permanent af': 'atrial fibrillation',
  'chronic af': 'atrial fibrillation',
  'af on': 'atrial fibrillation on',
  'af s p': 'atrial fibrillation s p',
  'af w rvr': 'atrial fibrillation',
  'af with rvr': 'atrial fibrillation',
  psvt: 'supraventricular tachycardia',
  svt: 'supraventricular tachycardia',
  'v tach': 'ventricular tachycardia',
  vtach: 'ventricular tachycardia',
  aih: 'autoimmune hepatitis',
  aiha: 'autoimmune hemolytic anemia',
  arld: 'alcoholic liver disease',
  aml: 'acute myeloid leukemia',
  cll: 'chronic lymphocytic leukemia',
  cml: 'chronic myeloid leukemia',
  dlbcl: 'lymphoma',
  nhl: 'lymphoma',
  gbm: 'glioblastoma',
  nsclc: 'lung cancer',
  sclc: 'lung cancer',
  rcc: 'renal cell carcinoma',
  acs: 'acute coronary syndrome',
  aur: 'acute urinary retention',
  benzo: 'benzodiazepine',
  ddkt: 'kidney transplant',
  etohism: 'alcoholism',
  ich: 'intracerebral hemorrhage',
  'kidney tx': 'kidney transplant',
  'liver tx': 'liver transplant',
  olt: 'liver transplant',
  pbc: 'primary biliary cholangitis',
  'portal htn': 'portal hypertension',
  'renal tx': 'kidney transplant',
  sah: 'subarachnoid hemorrhage',
  sdh: 'subdural hematoma',
  txp: 'transplant',
  // Slips of the pen that would silence an entry.
  abcess: 'abscess',
  aneurism: 'aneurysm',
  anuerysm: 'aneurysm',
  cirrosis: 'cirrhosis',
  dialasis: 'dialysis',
  glacoma: 'glaucoma',
  hemophila: 'hemophilia',
  hyperthyriodism: 'hyperthyroidism',
  immunosupressed: 'immunosuppressed',
  incontinance: 'incontinence',
  mestastatic: 'metastatic',
  myesthenia: 'myasthenia',
  osteomylitis: 'osteomyelitis',
  osteoperosis: 'osteoporosis',
  pregnat: 'pregnant',
  prostrate: 'prostate',
  siezure: 'seizure',
  acdf: 'cervical spine fusion',
  adenoca: 'adenocarcinoma',
  'ca in situ': 'carcinoma in situ',
  brady: 'bradycardia',
  ces: 'cauda equina syndrome',
  mscc: 'metastatic spinal cord compression',
  eskd: 'esrd',
  esrf: 'esrd',
  iop: 'intraocular pressure',
  ohs: 'obesity hypoventilation syndrome',
  pacg: 'angle closure glaucoma',
  sss: 'sick sinus syndrome',
  sud: 'substance use disorder',
  tachy: 'tachycardia',
  lesi: 'epidural steroid injection',
  esi: 'epidural steroid injection',
  fbss: 'failed back surgery',
  fuo: 'fever of unknown origin',
  'lap chole': 'cholecystectomy',
  pyelo: 'pyelonephritis',
  'wt loss': 'weight loss',
  scc: 'squamous cell carcinoma',
  mets: 'metastases',
  aud: 'alcohol use disorder',
  etoh: 'alcohol',
  bp: 'blood pressure',
  'c spine': 'cervical spine',
  'd o': 'disorder',
  dz: 'disease',
  fam: 'family',
  fx: 'fracture',
  fxs: 'fractures',
  gib: 'gi bleed',
  lgib: 'gi bleed',
  ugib: 'gi bleed',
  glf: 'fall on same level',
  'ground level fall': 'fall on same level',
  'h o': 'history of',
  hx: 'history',
  pmh: 'history',
  pmhx: 'history',
  hbv: 'hepatitis b',
  hcv: 'hepatitis c',
  'hep b': 'hepatitis b',
  'hep c': 'hepatitis c',
  'heart attack': 'myocardial infarction',
  mi: 'myocardial infarction',
  htn: 'hypertension',
  iup: 'intrauterine pregnancy',
  ivda: 'intravenous drug abuse',
  ivdu: 'intravenous drug use',
  'iv drug': 'intravenous drug',
  lbp: 'low back pain',
  ble: 'bilateral leg',
  lle: 'left leg',
  rle: 'right leg',
  'le weakness': 'leg weakness',
  'weakness of le': 'weakness of leg',
  mdd: 'major depressive disorder',
  o2: 'oxygen',
  poag: 'open angle glaucoma',
  'resp failure': 'respiratory failure',
  sbo: 'small bowel obstruction',
  sci: 'spinal cord injury',
  sz: 'seizure',
};
const SHORT = new RegExp(
  `\\b(?:${Object.keys(SHORTHAND)
    .sort((a, b) => b.length - a.length)
    .join('|')})\\b`,
  'g',
);

/** "Ca" is cancer only beside an organ: alone it is calcium. */
const ORGAN =
  '(?:breast|prostate|prostatic|lung|colon|rectal|colorectal|kidney|renal(?: cell)?|bladder|thyroid|ovar(?:y|ian)|uterine|endometrial|cervi(?:x|cal)|pancrea(?:s|tic)|gastric|stomach|esophag(?:us|eal)|liver|hepatocellular|testicular|laryn(?:x|geal)|tongue|throat|head and neck|skin|(?:squamous|basal) cell)';
const ORGAN_CANCER = new RegExp(`\\b(${ORGAN}) ca\\b(?! oxalate| score)`, 'g');
const CANCER_OF_ORGAN = new RegExp(`\\bca (?=(?:of )?(?:the )?(?:left |right )?${ORGAN}\\b)`, 'g');
const METASTATIC_ORGAN = new RegExp(`\\bmet (?=${ORGAN}\\b)`, 'g');

/** For who uses them before the first name comes. */
export const STATEMENT_PATTERNS: readonly RegExp[] = [
  NO_DISEASE_LEFT,
  NEXT_STATEMENT,
  TAKEN_AWAY,
  OF_HOUSEHOLD,
  SHORT,
  ORGAN_CANCER,
  CANCER_OF_ORGAN,
  METASTATIC_ORGAN,
  NOT_THIS_PATIENT,
];

/** One name as its statements, in the form of `plainWords`, with what is denied taken away and shorthand spelled out. */
export function statementsOf(name: string): readonly string[] {
  return name
    .replace(NO_DISEASE_LEFT, 'disease free')
    .split(NEXT_STATEMENT)
    .map((statement) =>
      plainWords(statement.replace(TAKEN_AWAY, ' ').replace(OF_HOUSEHOLD, ' '))
        .replace(SHORT, (short) => SHORTHAND[short] ?? short)
        .replace(ORGAN_CANCER, '$1 cancer')
        .replace(CANCER_OF_ORGAN, 'cancer ')
        .replace(METASTATIC_ORGAN, 'metastatic '),
    )
    .filter((statement) => statement !== '' && !NOT_THIS_PATIENT.test(statement));
}
