import type { GroupWords } from './condition-words';

/** Malignant by name. Tumours whose behaviour is not stated are not in it. */
const MALIGNANCY =
  /\bcancers?\b|\bmalignan(t|cy|cies)\b|carcinoma(s|tosis)?\b|\bleuka?emia\b|lymphoma\b|sarcomas?\b|\bmelanoma\b|myeloma\b|mesothelioma\b|(glio|neuro|retino|medullo|hepato)blastoma\b|\bastrocytoma\b|\bglioma\b|\bseminoma\b|\bhodgkins?\b|\bwaldenstrom|\bneuroendocrine (tumou?r|neoplasm)\b|\bgist\b|\btcc\b|\bcarcinoid tumou?r\b|\bmetasta/;

/** Words of the red-flag groups, for entries without a usable code. Each expression is tested on one statement of a name (`statementsOf`). */
export const RED_FLAG_WORDS: readonly GroupWords[] = [
  { group: 'cauda_equina', words: /\bcauda equina\b|\bconus (medullaris|syndrome)\b/ },
  {
    group: 'saddle_numbness',
    words:
      /\b(saddle|perine\w+|perianal|genital\w*|groin|buttocks?) (area |region )?(numb|an[ae]+sthesia|hyp(o|[ae]+)sthesia|par[ae]+sthesia|sensory loss)|\b(numb\w*|an[ae]+sthesia|hyp(o|[ae]+)sthesia|loss of sensation|sensory loss)\b.*\b(saddle|perine|perianal|genital|groin|buttock|anus\b|private parts\b|between (the |his |her )?(legs|thighs)|inner thigh)|\b(decreased|reduced|absent|altered) (saddle|perineal|perianal|genital) sensation\b|\b(can ?not|can t|unable to) feel (\w+ )?(genital|saddle|perine|anus)/,
  },
  {
    group: 'retention_or_incontinence',
    words:
      /\bretention of urine\b|\burin(e|ary) retention\b|\bretention urin(e|ary)\b|\bincontinen(ce|t)\b|\b(fecal|faecal) (smearing|soiling)\b|\bcontinuous leakage\b|\b(loss of|lost|losing) (bladder|bowel)( (and|or|bladder|bowel))* (control|function)\b|\b(bowel (and |or )?bladder|bladder (and |or )?bowel) (dysfunction|changes?|loss)\b|\b(loss of|lost|losing) control of (the |his |her )?(bladder|bowel)|\b(unable to|inability to|can ?not|can t) (urinate|void|pee|pass urine|(empty|control) (\w+ )?(bladder|bowels?))\b|\b(wet|wett?ing|soil(ed|ing)|poop(ed|ing)|pee(d|ing)) (my|him|her|them)sel(f|ves)\b|\b(acute|bladder) retention\b|\b(absent|decreased|reduced|lax|loss of|lost) (anal|rectal|anal sphincter) tone\b/,
    unless: /\bstress\b|\burge\b|\bmixed\b|(?<!\bacute on )\bchronic\b|\bneurogenic\b|\bhistory\b/,
  },
  {
    group: 'bladder_chronic',
    words:
      /\bneurogenic bladder\b|\b(stress|urge|mixed)( urinary)? incontinence\b|\bchronic (urinary )?retention\b|\boveractive bladder\b/,
  },
  {
    group: 'motor_deficit',
    words:
      /\bfoot ?drop(ped)?\b|\bdrop(ped)? ?foot\b|\bmono(plegia|paresis)\b.*\b(leg|lower)\b|\bparapare(sis|tic)\b|\bparaplegi[ac]\b|\b(can ?not|can t|unable to|inability to) (move|feel|lift) (\w+ ){0,2}(legs?|foot|feet)\b|\b(legs?|foot|feet) (paralysis|paresis)\b|\b(paralysis|paresis) of (\w+ ){0,2}(legs?|lower)\b|\bparaly[sz]ed (\w+ )?legs?\b|\blegs g(ave|iving|ive) (way|out)\b|\b(dorsiflexion|quadriceps|ehl) weakness\b|\bspinal (epidural|subdural) h[ae]*matoma\b|\bcord compression\b|\bcompression of (the )?spinal cord\b|\bmyelopathy\b|\b(unable to|inability to|can ?not|can t) (walk|stand|ambulate)\b(?!( for| more than| very)* (far|long|prolonged|distance|the\b|\d+ (block|mile|f|min|m\b)))(?!.*\b(pain|knee|hip|ankle|foot|fracture)\b)|\bspinal cord injury\b|\b(thoracic|lumbar)( spinal)? cord\b|\b(leg|foot|lower (limb|extremity)|legs) weakness\b|\bweakness (of |in )?((left |right |both )*(arms?|hands?) (and )?)?(the |both |bilateral |left |right |l |r |lower )*(legs?|foot|feet|lower|limb|extremit)|\b(legs?|foot|feet|lower (limbs?|extremit\w+))\b(?! pain).{0,25}\bweak|\bweak (\w+ )?(legs?|foot|feet)\b/,
    // An arm or a neck named beside a weak leg does not take the leg away.
    unless:
      /^(?!.*\b(myelopathy|cord compression)\b)(?!.*\b(arm|hand)s?( and)? (left |right )?(legs?|foot|feet)\b)(?!.*\b(legs?|foot|feet|lower (limb|extremity)) (weakness|weak|drop)\b).*\b(cervical|hands?|arms?)\b|\bcerebral palsy\b/,
  },
  {
    group: 'spine_metastasis',
    words:
      /\bmetasta\w*\b.*\b(bone|bony|osseous|spin|vertebr|marrow|sacr)|\b(bone|bony|osseous|spinal|spine|vertebral|skeletal|sacral) metast|\bmetasta\w* (\w+ ){0,2}(to|in|at) [lt]\d|\bsecondary malignant neoplasm of (bone|vertebr|spin)|\b(multiple )?myeloma\b|\bplasmacytoma\b|\b(ig[gad]|kappa|lambda) mm\b|^mm (s p|status post|on|with|in)\b/,
    unless: /\bhistory\b|\bremission\b/,
  },
  {
    group: 'cancer_active',
    words: MALIGNANCY,
    unless:
      /\bhistory\b|\bremission\b|\b(disease|cancer) free\b|\bsurvivor\b|\bsecondary malignant neoplasm of (bone|vertebr|spin)|\bin situ\b|\bdcis\b|\bbasal cell\b|\bbcc\b|\bskin cancer\b|\bbenign\b|\bcancer antigen\b|myeloma\b|\bmalignant (hyper(thermia|tension)|otitis)|\bneuroleptic\b|\b(bone|bony|osseous|spinal|spine|vertebral|skeletal|sacral) metast|\bmetasta\w*\b.*\b(bone|bony|osseous|spin|vertebr|marrow|sacr)|^(?!.*\b(melanoma|merkel|metasta\w*)).*\b((squamous|malignant neoplasm)\b.*\bskin|cutaneous squamous)\b/,
  },
  {
    group: 'cancer_history',
    words: new RegExp(
      `\\bhistory (of )?(\\w+ ){0,4}?\\w*(${MALIGNANCY.source})|(${MALIGNANCY.source}).*\\b(remission|survivor|history|free)\\b`,
    ),
    unless: /\bbasal cell\b|\bsquamous cell carcinoma (of (the )?)?skin\b|\bskin cancer\b|\bin situ\b/,
  },
  {
    group: 'cancer_low_risk',
    words:
      /\bbasal cell\b|\bbcc\b|\bskin cancer\b|\bcarcinoma in situ\b|\bdcis\b|\bmelanoma in situ\b|^(?!.*\b(melanoma|merkel|metasta\w*)).*\b((squamous|malignant neoplasm)\b.*\bskin|cutaneous squamous)\b/,
  },
  {
    group: 'spinal_infection',
    words:
      /\b(spondylo)?disc?kitis\b|\bdiscitis\b|\bspondylodiscitis\b|\b(para)?(vertebra|spin)\w*\b.*\b(osteomyelitis|abscess|infection|tubercul|tb\b)|\bosteo(myelitis)? (of )?[lt]\d|\bvertebra\w* osteo\b|\btb of (the )?spine\b|\b(osteomyelitis|abscess|tuberculosis|infection) of (the )?((lumbar|thoracic|cervical|lumbosacral) )?(vertebra|spin)|\bepidural abscess\b|\bintraspinal (abscess|granuloma)|\binfection of intervertebral|\bdis[ck] (space )?infection\b|\binfect(ive|ed) (spondyl\w+|dis[ck])|\bpsoas abscess\b|\bpott ?s? disease\b/,
    unless: /\bpott s puffy\b|\bspina bifida\b/,
  },
  {
    group: 'immunosuppression',
    words:
      /\bhiv\b|\bhuman immunodeficiency virus\b|\baids\b|\bimmun(e |o)deficiency\b|\bagammaglobulin|\bhypogammaglobulin|\b(antibody|immunoglobulin \w) deficiency\b|\bdeficiency of immunoglobulin|\bimmunosuppress|\bimmunocompromised\b|\bon chemo(therapy)?\b|\bcommon variable immun|\bcvid\b|\b(kidney|renal|liver|heart|lung|pancreas|marrow|stem cell) transplant|\btransplant(ed|ation)? (of )?(kidney|liver|heart|lung)|\bbmt\b|\bneutropeni(a|c)\b|\bagranulocytosis\b/,
    unless:
      /\bcorneal?\b|\bdonor\b|\bawaiting\b|\btransplant (candidate|evaluation|workup)\b|\bhearing aids?\b|\bnegative\b|\bpre exposure\b|\bprep\b|^(?!.*\bpositive\b).*\btest(ing)?\b/,
  },
  {
    group: 'vertebral_fracture',
    words:
      /\b(vertebral?|vertebrae|spinal|spine|lumbar|thoracic|sacral|sacrum|l[1-5]|t\d{1,2}(?! dm\b| diab))\b.*\b(fracture|collapse)|\b(fracture|collapse)s?\b (\w+ )?(lumbar|thoracic|spine|vertebra\w*|sacr(um|al)|l[1-5]|t\d{1,2})\b|\bvcf\b(?! (syndrome|vena))|\b(compression|burst) fracture|\bcollapsed vertebra|\b(fractured|broken) (\w+ )?(back|spine|vertebra\w*|[lt]\d{1,2})\b|\bcompression deformity\b|\b(fracture|collapse) of (\w+ ){0,3}vertebra|\b(fracture|collapse) of (the )?(\w+ )?(spine|lumbar|thoracic|sacrum|l[1-5]|t\d{1,2})/,
    unless:
      /\brib\b|\bhealed\b|\bsequelae?\b|\blate effect\b|\bold\b|\bhistory\b|\b(tibial?|tibia|femur|femoral|hip|ankle|wrist|humer\w+|tooth)\b/,
  },
  { group: 'osteoporosis', words: /\bosteoporo|\bfragility fracture/ },
  {
    group: 'steroid_longterm_status',
    words:
      /\b(long term|chronic)\b.*\b(steroid|corticosteroid|prednisone|prednisolone)|\b(steroid|prednisone|prednisolone) depend/,
    unless: /\binhaled\b|\btopical\b|\bnasal\b/,
  },
  {
    group: 'trauma',
    words:
      /\bmotor vehicle (accident|collision|crash)\b|\bmv[ac]\b|\bcar (accident|crash)\b|\b(motorcycle|bicycle|bike|atv|traffic) (accident|crash|collision)\b|\bpedestrian (struck|hit)\b|\b(struck|hit) by (a )?(car|vehicle|truck|bus)\b|\brta\b|\bthrown from\b|\bf[ae]ll (from|off|down|on) (a |the |his |her |some )?(height|ladder|roof|tree|horse|scaffold|(flight of )?(stair|step)s?)|\bassault(ed)?\b|\bcrush injury\b|\bmultiple injuries\b/,
    unless: /\bhistory\b|\bchildhood\b|\bsexual\b/,
  },
  {
    group: 'low_energy_fall',
    words:
      /^((s p|status post) )?(a )?(accidental |unspecified |mechanical |recent )?falls?\b(?! asleep)|\bfall (at home|from (bed|chair|standing|toilet|wheelchair)|on (the )?same level)/,
    unless: /\b(ladder|roof|height|scaffold|tree|horse|building|window|stairs|steps)\b|\bfallot\b/,
  },
  {
    group: 'aortic_aneurysm_repaired',
    words:
      /\b[ft]?evar\b|\b(endovascular|open) (aneurysm|aort(ic|a)( aneurysm)?|aaa) repair\b|\bendovascular repair of (\w+ ){0,3}(aort|aaa)|\baort\w* (\w+ )?(stent|endo) ?graft\b/,
    unless:
      /\b(planned|scheduled|awaiting|for|candidate|evaluation)\b|\b(cerebral|popliteal|brain) aneurysm\b/,
  },
  {
    group: 'aortic_aneurysm',
    words:
      /\baort(ic|a) (\w+ ){0,2}(aneurysm|dissection)\b|\b(stanford )?type [ab] dissection\b|\b(aneurysm|dissection) of (\w+ ){0,4}aort(a|ic)\b|\b(aaa|taa)\b|\baneurysm aort(ic|a)\b|\bthoraco ?abdominal aneurysm\b|\baneurysmal (\w+ ){0,3}aorta\b|\b(planned|scheduled|awaiting|for|candidate) [ft]?evar\b|\bevar (planned|scheduled|evaluation|candidate)\b/,
  },
];
