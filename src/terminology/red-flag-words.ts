import type { GroupWords } from './condition-words';

/** Words of the red-flag groups, for entries without a usable code. Texts are in the form of `plainWords`. */
export const RED_FLAG_WORDS: readonly GroupWords[] = [
  { group: 'cauda_equina', words: /\bcauda equina\b|\bconus medullaris\b/ },
  {
    group: 'saddle_numbness',
    words:
      /\bsaddle (an[ae]+sthesia|numbness|paresthesia)|\b(numb\w*|an[ae]+sthesia|loss of sensation)\b.*\b(saddle|perine|perianal|genital|groin|buttock)/,
  },
  {
    group: 'retention_or_incontinence',
    words:
      /\bretention of urine\b|\burinary retention\b|\b(urinary|bladder|bowel|fecal|faecal|stool|overflow) incontinence\b|\bincontinence( of (urine|feces|faeces|stool|bowel|bladder))?$|\bloss of (bladder|bowel) control\b|\bunable to (urinate|void|pee)\b/,
    unless: /\bstress\b|\burge\b|\bmixed\b|\bchronic\b|\bneurogenic\b|\bhistory\b/,
  },
  {
    group: 'bladder_chronic',
    words:
      /\bneurogenic bladder\b|\b(stress|urge|mixed)( urinary)? incontinence\b|\bchronic (urinary )?retention\b|\boveractive bladder\b/,
  },
  {
    group: 'motor_deficit',
    words:
      /\bfoot ?drop\b|\bdrop foot\b|\bparaparesis\b|\bparaplegia\b|\bcord compression\b|\bcompression of (the )?spinal cord\b|\bmyelopathy\b|\b(leg|foot|lower (limb|extremity)|legs) weakness\b|\bweakness (of|in) (the |both |left |right |lower )*(legs?|foot|feet|lower|limb|extremit)/,
    unless: /\bcervical\b|\bhand\b|\barm\b|\bcerebral palsy\b/,
  },
  {
    group: 'spine_metastasis',
    words:
      /\bmetasta\w*\b.*\b(bone|spin|vertebr|marrow)|\b(bone|spinal|vertebral|skeletal) metast|\bsecondary malignant neoplasm of (bone|vertebr|spin)|\b(multiple )?myeloma\b|\bplasmacytoma\b/,
    unless: /\bhistory\b|\bremission\b|\bh o\b/,
  },
  {
    group: 'cancer_active',
    words:
      /\bcancer\b|\bmalignan(t|cy)\b|\bcarcinoma\b|\bleuka?emia\b|\blymphoma\b|\bsarcoma\b|\bmelanoma\b|\bmetasta/,
    unless:
      /\bhistory\b|\bhx\b|\bh o\b|\bremission\b|\bin situ\b|\bdcis\b|\bbasal cell\b|\bbcc\b|\bsquamous cell carcinoma of (the )?skin\b|\bcutaneous squamous|\bskin cancer\b|\bbenign\b|\bmalignant hyper(thermia|tension)|\bneuroleptic\b|\bsurvivor\b|\b(bone|spinal|vertebral) metast|\bmetasta\w*\b.*\b(bone|spin|vertebr|marrow)/,
  },
  {
    group: 'cancer_history',
    words:
      /\b(history|hx|h o) (of )?(\w+ ){0,4}(cancer|malignan\w+|carcinoma|leuka?emia|lymphoma|melanoma|sarcoma|myeloma)|\b(cancer|malignan\w+|carcinoma|leuka?emia|lymphoma|melanoma|myeloma)\b.*\b(in remission|remission|survivor|history)/,
    unless: /\bbasal cell\b|\bsquamous cell carcinoma of (the )?skin\b|\bskin cancer\b|\bin situ\b/,
  },
  {
    group: 'cancer_low_risk',
    words:
      /\bbasal cell\b|\bbcc\b|\bsquamous cell carcinoma of (the )?skin\b|\bskin cancer\b|\bcarcinoma in situ\b|\bdcis\b|\bmelanoma in situ\b/,
  },
  {
    group: 'spinal_infection',
    words:
      /\b(spondylo)?disc?kitis\b|\bdiscitis\b|\bspondylodiscitis\b|\b(vertebra|spin)\w*\b.*\b(osteomyelitis|abscess|infection|tubercul)|\b(osteomyelitis|abscess|tuberculosis|infection) of (the )?(vertebra|spin)|\bepidural abscess\b|\bpsoas abscess\b|\bpotts? disease\b/,
    unless: /\bpott s puffy\b|\bspina bifida\b/,
  },
  {
    group: 'immunosuppression',
    words:
      /\bhiv\b|\bhuman immunodeficiency virus\b|\baids\b|\bimmunodeficiency\b|\bimmunosuppress|\bimmunocompromised\b|\b(kidney|renal|liver|heart|lung|pancreas|marrow|stem cell) transplant|\bneutropenia\b|\bagranulocytosis\b/,
    unless: /\bcorneal?\b|\bdonor\b|\bawaiting\b|\bhearing aids?\b|\bnegative\b|\bpre exposure\b|\bprep\b/,
  },
  {
    group: 'vertebral_fracture',
    words:
      /\b(vertebral?|vertebrae|spinal|spine|lumbar|thoracic|sacral|sacrum|l[1-5]|t\d{1,2})\b.*\b(fracture|collapse)|\b(fracture|collapse) of (the )?(\w+ )?(vertebra|spine|lumbar|thoracic|sacrum|l[1-5]|t\d{1,2})/,
    unless: /\brib\b|\bhealed\b|\bold\b|\bhistory\b|\bhx\b/,
  },
  { group: 'osteoporosis', words: /\bosteoporo/ },
  {
    group: 'steroid_longterm_status',
    words: /\blong term\b.*\b(systemic )?(steroid|corticosteroid|prednisone)/,
    unless: /\binhaled\b|\btopical\b|\bnasal\b/,
  },
  {
    group: 'trauma',
    words:
      /\bmotor vehicle (accident|collision|crash)\b|\bmv[ac]\b|\bcar (accident|crash)\b|\bmotorcycle (accident|crash)\b|\bfall from (height|ladder|roof|tree|horse|scaffold)|\bassault(ed)?\b|\bcrush injury\b|\bmultiple injuries\b/,
    unless: /\bhistory\b|\bchildhood\b|\bsexual\b/,
  },
  {
    group: 'low_energy_fall',
    words:
      /^(accidental |unspecified |mechanical )?falls?\b|\bfall (at home|from (bed|chair|standing|toilet|wheelchair)|on (the )?same level)/,
    unless: /\b(ladder|roof|height|scaffold|tree|horse|building|window|stairs|steps)\b|\bfallot\b/,
  },
  {
    group: 'aortic_aneurysm',
    words: /\baortic (aneurysm|dissection)\b|\b(aneurysm|dissection) of (the )?(\w+ )?aorta\b|\baaa\b/,
  },
];
