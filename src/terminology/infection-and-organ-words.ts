import type { GroupWords } from './condition-words';

/** Words of infection, vessels, organs and background, for entries without a usable code. Each is tested on one statement of a name (`statementsOf`). */
export const INFECTION_AND_ORGAN_WORDS: readonly GroupWords[] = [
  {
    group: 'infection_serious',
    words:
      /\bbact[ae]remia\b|\bblood ?stream infection\b|\b(kidney|renal) infection\b|\bsepsis\b|\bseptic shock\b|\bseptic[ae]+mia\b|\burosepsis\b|\bendocarditis\b|\bcellulitis\b|\b(skin|soft tissue|dental|tooth|periapical|buttock|perianal|subcutaneous) abscess\b|\babscess of (the )?(skin|tooth|buttock|back|leg|arm)\b|\bcarbuncle\b|\bpyelonephritis\b|\bbacterial pneumonia\b|\b(wound|surgical site|line|catheter|port|picc) (related )?infection\b|\bpostoperative (wound )?infection\b|\b(septic|pyogenic|infectious) (arthritis|joint)\b|\b(joint|prosthe\w+|hardware) infection\b|\binfected (\w+ )?(joint|prosthe\w+|hardware)\b|\bosteomyelitis\b/,
    unless: /\bhistory\b|\bneonatal\b|\bviral\b|\borbital\b|\bpreseptal\b|\beyelid\b|\brisk\b/,
  },
  {
    group: 'infection_bladder',
    words: /\bcystitis\b|\burinary tract infection\b|\buti\b/,
    unless: /\binterstitial\b|\bradiation\b|\bhistory\b|\brecurrent\b/,
  },
  {
    group: 'injection_drug_use',
    words:
      /\bivdu\b|\bivda\b|\bpwid\b|\binject(s|ing|ed|ion)?( of)?( iv)? (drugs?|heroin|opioids?|cocaine|meth\w*)\b|\b(iv|intravenous) (drug|opioid)s? (use|user|abuse|dependence)\b|\b(iv|intravenous) (heroin|cocaine|meth\b|methamphetamine)|\binjection drug use/,
    unless: /\bformer\b|\bpast\b|\bhistory\b|\bremission\b|\bnever\b/,
  },
  {
    group: 'drug_use_ask',
    words:
      /\b(opioid|opiate|heroin|cocaine|amphetamine|methamphetamine|stimulant|polysubstance|fentanyl)\b.*\b(use disorder|abuse|dependence|addiction|misuse)\b|\b(former|past|history( of)?) (iv|intravenous|injection|injecting) ?(drug)?\b|\bheroin (use|user)\b/,
    unless: /\bremission\b|\bfamily\b/,
  },
  {
    group: 'tuberculosis',
    words: /\btuberculosis\b|\bpulmonary tb\b|\bactive tb\b|\bmiliary tb\b/,
    unless:
      /\blatent\b|\bhistory\b|\bpast\b|\btreated\b|\binactive\b|\btest\b|\bexposure\b|\bcontact\b|\bscreen|\bspin|\bvertebra|\bsequelae\b|\blate effects?\b|\bnontubercul/,
  },
  {
    group: 'tuberculosis_past',
    words:
      /\blatent (tb|tuberculosis)\b|\bltbi\b|\bhistory (of )?(\w+ )?(tb|tuberculosis)\b|\b(past|treated|inactive|sequelae of) (tb|tuberculosis)\b|\bpositive (ppd|tuberculin|quantiferon|igra|mantoux)|\b(ppd|tuberculin|quantiferon|igra|mantoux)( \w+){0,3} (positive|reactive)\b/,
  },
  {
    group: 'spine_procedure',
    words:
      /\blami(nectomy)?\b|\blaminotomy\b|\b(micro)?dis[ck]ectomy\b|\bforaminotomy\b|\b(spinal|spine|vertebral|lumbar|cervical|thoracic)\b.*\b(fusion|arthrodesis|decompression|surgery|operation|injections?|puncture|instrumentation|ablation|rfa)\b|\b(fusion|surgery|operation|arthrodesis) (of|on) (the )?(spin|lumbar|cervical|vertebra)|\bl[1-5] ?(l[1-5]|s1)? fusion\b|\bspinal tap\b|\bepidural (steroid )?(injection|block|catheter|anesthesia|analgesia)|\b(facet|nerve root|medial branch) (joint )?(injection|block|ablation)|\bvertebroplasty\b|\bkyphoplasty\b|\bspinal cord stimulator\b|\bpostlaminectomy\b|\bpost laminectomy\b|\bfailed back\b|\bmyelogram\b/,
    unless: /\bplanned\b|\breferral\b|\bconsult/,
  },
  {
    group: 'dialysis_or_line',
    words:
      /\bh[ae]+modialysis\b|\bdialysis\b|\besrd\b|\bend stage (renal|kidney)\b|\bpicc\b|\bperipherally inserted central\b|\bcentral venous (catheter|line)\b|\bhickman\b|\btunneled .*catheter\b|\bport a ?cath\b|\bimplanted port\b|\bline (related )?(infection|sepsis)\b/,
    unless: /\bhistory\b|\bremoved\b|\bremoval\b|\brefus|\bplanned\b|\bdiet\b/,
  },
  {
    group: 'fever',
    words: /\bfevers?\b|\bpyrexia\b|\bfebrile\b/,
    unless:
      /\bhay\b|\bscarlet\b|\brheumatic\b|\bq fever\b|\byellow\b|\bdengue\b|\btyphoid\b|\bspotted\b|\bhistory\b|\bmediterranean\b|\bafebrile\b|\bseizures?\b|\bconvulsions?\b|\bglandular\b|\bvalley\b|\bvaccin|\blassa\b|\btrench\b|\brelapsing\b|\bhemorrhagic\b/,
  },
  {
    group: 'weight_loss',
    words: /\bweight loss\b|\bcachexia\b|\blosing weight\b|\bloss of weight\b/,
    unless:
      /\bintentional\b(?<!\bunintentional)|\bprogram\b|\bsurgery\b|\bdesire|\bgoals?\b|\bdiet\b|\badvised\b|\bencounter\b|\bwants\b|\bhistory\b|\bmanagement\b/,
  },
  {
    group: 'aortic_dissection',
    words: /\baortic dissection\b|\btype [ab] dissection\b|\bdissect\w* (\w+ ){0,5}aort/,
  },
  {
    group: 'axial_spa',
    words: /\bankylosing spond|\b(axial|psoriatic) spond|\baxial spa\b|\bspondyloarth|\bsacroiliitis\b/,
    unless: /\bspondyloarthrosis\b/,
  },
  {
    group: 'spa_feature',
    words:
      /\bcrohns?\b|\bulcerative colitis\b|\bpsoria(sis|tic)\b|\b(anterior )?uveitis\b|\biritis\b|\bre(active arthritis|iter)\b/,
    unless: /\bsyphil|\btraumatic\b|\bposterior\b/,
  },
  {
    group: 'bleeding_tendency',
    words:
      /\bh[ae]+mophilia\b|\bvon willebrand\b|\bthrombocytop[ae]*enia\b|\bthrombocytopenic purpura\b|\bcoagulopathy\b|\bbleeding (disorder|diathesis)\b|\bfactor (v|vii|viii|ix|x|xi|xiii) deficiency\b|\bdisseminated intravascular\b/,
    unless: /\bhistory\b|\bcarrier\b/,
  },
  {
    group: 'anticoagulant_status',
    words:
      /\blong term\b.*\banticoag|\b(on|chronic) (warfarin|coumadin|eliquis|apixaban|xarelto|rivaroxaban|pradaxa|dabigatran|anticoag)|\banticoagulated\b|\bon blood thinner|\b(anticoagulant|anticoagulation|warfarin|coumadin) (therapy|management|monitoring)\b/,
    unless: /\bhistory\b(?!.*\bon\b)|\beducation\b|\bstopped\b/,
  },
  {
    group: 'chest_event',
    words:
      /\bchest pain\b|\b(myocardial|heart) (infarction|attack)\b|\bstemi\b|\bnstemi\b|\bacute coronary\b|\bunstable angina\b|\bpulmonary embol/,
    unless:
      /\bold\b|\bhistory\b|\bmusculoskeletal\b|\bchest wall\b|\bnon ?cardiac\b|\bcostochond|\bprior\b|\bremote\b/,
  },
  {
    group: 'kidney_cause',
    words:
      /\b(kidney|renal|ureter\w*) (stones?|calcul\w+|colic)\b|\bnephrolith|\burolith|\bureterolith|\bpyelonephritis\b|\b(kidney|renal) infection\b|\bcalculus (of|in) (the )?(kidney|ureter)/,
    unless: /\bhistory\b/,
  },
  {
    group: 'gallstone',
    words: /\bgall ?stones?\b|\bcholelith|\bcholedocholith|\bcholecystitis\b|\bbiliary colic\b/,
    unless: /\bhistory\b/,
  },
  {
    group: 'gallbladder_absent',
    words:
      /\bcholecystectomy\b|\bgallbladder (removed|absent|removal)\b|\b(absence|removal) of (the )?gallbladder\b/,
    unless: /\bplanned\b|\breferral\b|\bscheduled\b/,
  },
  { group: 'pancreatitis', words: /\bpancreatitis\b/, unless: /\bhistory\b/ },
  {
    group: 'ulcer_history',
    words: /\bhistory (of )?(\w+ )?(peptic|gastric|duodenal|stomach) ulcer/,
  },
  {
    group: 'diabetes',
    words: /\bdiabet|\bt[12]dm\b|\bdm ?(type )?[12]\b|\biddm\b|\bniddm\b/,
    unless: /\bpre ?diabet|\bgestational\b|\binsipidus\b|\bborderline\b|\bnon ?diabetic\b/,
  },
];
