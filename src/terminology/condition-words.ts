/**
 * Words of conditions. They decide only where no code does, or narrow a coded group (stage, grade, side, repair); they never add a
 * group that a diagnosis code contradicts. Each expression is tested on one statement of a name (`statementsOf`).
 */

export interface GroupWords {
  readonly group: string;
  readonly words: RegExp;
  /** Same word, other meaning: spastic colon, pressure ulcer, Parkinson in Wolff-Parkinson-White. */
  readonly unless?: RegExp;
}

/** For entries without a usable code. */
export const CONDITION_WORDS: readonly GroupWords[] = [
  {
    group: 'spasticity',
    words: /\bspastic|\bstiff (man|person)\b/,
    unless:
      /\bcolon\b|\bcolitis\b|\bbladder\b|\bbowel\b|\bdysphonia\b|\bspastic (ileus|entropion|pelvic|urethra)|\besophag/,
  },
  { group: 'myasthenia', words: /\bmyasthenia\b/, unless: /\blambert\b/ },
  {
    group: 'falls',
    words:
      /^((s p|status post|recent) )?(a )?((unspecified|mechanical) )?falls?\b(?! asleep)|\b(recurrent|repeated|frequent|accidental|multiple) falls?\b|\bfall (at home|on same level)\b|\bhistory of falls?\b|\bunsteady gait\b|\bgait instability\b|\bunsteadiness\b|\bfell\b(?! asleep)|\b(slip|trip)\w* and fall\b|\bfragility fracture\b/,
    unless: /\bfallot\b|\bfallopian\b/,
  },
  { group: 'sleep_apnea', words: /\bsleep apno?ea\b|\bosa\b|\bsleep disordered breathing\b/ },
  {
    group: 'copd',
    words: /\bcopd\b|\bchronic obstructive (pulmonary|lung|airway)|\bemphysema\b|\bchronic bronchitis\b/,
    unless: /\bsubcutaneous\b|\bsurgical\b|\bmediastin|\borbital\b|\binterstitial emphysema\b/,
  },
  {
    group: 'resp_insufficiency',
    words:
      /\b(chronic|hypercapnic)\b.*\brespiratory failure\b|\bchronic respiratory insufficiency\b|\bhypercapn|\bhypoventilation\b|\b((home|supplemental)|dependence on) oxygen\b|\boxygen depend|\bventilator depend/,
    unless: /^acute respiratory failure\b/,
  },
  {
    group: 'arrhythmia',
    words:
      /\b(a|dys)rr?h?ythmia\b|\batrial (fibrillation|flutter)\b|\bsupraventricular tachycardia\b|\bventricular (tachycardia|fibrillation|arrhythmia)\b|\bsick sinus\b|\bsinus node dysfunction\b|\bwolff parkinson/,
    unless: /\bfetal\b|\bneonatal\b/,
  },
  {
    group: 'atrial_fibrillation',
    words: /\batrial (fibrillation|flutter)\b/,
    unless: /\bfetal\b/,
  },
  {
    group: 'heart_block',
    words:
      /\bheart block\b|\b(av|atrioventricular|bundle branch|fascicular|bifascicular|trifascicular) block\b|\bmobitz\b|\bwenckebach\b|\bavb\b|\blafb\b|\bl?r?bbb\b/,
  },
  {
    group: 'heart_failure',
    words:
      /\b(heart|cardiac|ventricular) failure\b|\bchf\b|\bhf(r|p|mr)ef\b|\b(systolic|diastolic|congestive|chronic|acute) hf\b/,
  },
  {
    group: 'recent_mi',
    words: /\b(acute|recent|subsequent)\b.*\bmyocardial infarct|\bn?stemi\b/,
    unless: /\bold\b|\bhistory\b|\bhealed\b|\bpast\b|\bprevious\b|\bprior\b|\bcomplications following\b/,
  },
  {
    // Counted from the day of the entry, which has no onset where its words tell one.
    group: 'recent_mi',
    words:
      /\bmyocardial infarct\w* ((\w+ )?([1-6] w(ee)?ks?|[1-3]?\d days?|1 month) ago|last (week|month)|yesterday)\b/,
  },
  {
    group: 'hyperthyroidism',
    words:
      /\bhyperthyroid|\bthyrotoxic|\bthyroid storm\b|\bgraves\b|\btoxic (multinodular |nodular |diffuse )?goit/,
    unless: /\bnontoxic\b|\bneonatal\b/,
  },
  {
    group: 'glaucoma',
    words:
      /\bglaucoma\b|\bocular hypertension\b|\b(raised|elevated) intraocular pressure\b|\bangle closure\b|\bnarrow angles?\b/,
    unless: /\bsuspect\b|\bpreglaucoma\b/,
  },
  { group: 'glaucoma_acute', words: /\bacute\b.*\b(angle closure|narrow angle|closed angle)\b/ },
  {
    group: 'urinary_retention',
    words:
      /\bretention of urine\b|\burin(e|ary) retention\b|\bretention urin(e|ary)\b|\bneurogenic bladder\b|\bneuropathic bladder\b/,
  },
  {
    group: 'bph',
    words:
      /\bbph\b|\bprostatic (hyper|obstruct)|\bhyper(plasia|trophy) (benign )?of (the )?prostate\b|\bprostatomegaly\b|\bbenign prostat|\benlarged prostate\b|\bprostat(e|ic) enlargement\b|\benlargement of (the )?prostate\b|\bprostatism\b|\bbladder (neck|outlet) obstruction\b/,
  },
  {
    group: 'gi_obstruction',
    words:
      /\b(pylor|duoden|gastric outlet|intestin|bowel|colon|esophag)\w*\b.*\b(obstruct|stenosis|stricture)|\bobstruction of (the )?(pylor|duoden|intestin|bowel|colon|esophag)|\bileus\b|\bvolvulus\b|\bintussusception\b|\bstenosing (peptic )?ulcer\b/,
    unless: /\bnewborn\b|\bneonatal\b|\bmeconium\b|\bcongenital\b|\bpseudo|\bhistory\b/,
  },
  { group: 'achalasia', words: /\bachalasia\b|\bmegaesophagus\b|\bcardiospasm\b/, unless: /\bcricopharyn/ },
  {
    group: 'hemolytic_anemia',
    words:
      /\bha?emolytic an|\bha?emolysis\b|\baplastic an|\bred cell aplasia\b|\bsickle cell (disease|an)|\bh(emo)?g?b ss\b|\bthalassa?emia major\b|\bg6pd\b|\bglucose 6 phosphate dehydrogenase deficiency\b|\bsideroblastic\b|\bdrug induced (\w+ )?an|\bpancytopenia\b/,
    unless: /\btrait\b|\bminor\b|\bcarrier\b|\bnewborn\b/,
  },
  { group: 'porphyria', words: /\bporphyria\b/ },
  {
    group: 'liver_disease',
    words:
      /\bcirrhosis\b|\bchronic liver disease\b|\bliver disease\b|\bliver fibrosis\b|\bhepatitis\b|\bnash\b|\bsteatohepatitis\b|\b(biliary|sclerosing) cholangitis\b|\bportal hypertension\b|\bhepatic (impairment|insufficiency)\b/,
    unless:
      /^(?!.*\bcirrhosis\b).*(\bhepatitis a\b|\bimmune\b|\bcarrier\b|\bhistory of\b|\bresolved\b|\bcured\b|\btreated\b|\bfatty liver\b|\bhepatitis b surface antibody\b)|\b(end stage liver|esld)\b/,
  },
  {
    group: 'liver_severe',
    words:
      /\b(hepatic|liver) failure\b|\bend stage liver\b|\besld\b|\bhepatic (encephalopathy|coma)\b|\bhepatorenal\b|\bfulminant hepat/,
  },
  {
    group: 'ckd',
    words:
      /\bckd ?(stage |g)?([345]|(iii|iv|v)[ab]?\b)|\b(ckd|chronic (kidney|renal) (disease|failure|insufficiency)|(kidney|renal) disease chronic)\b.{0,30}\b(stage |g)([345]|iii|iv|v)[ab]?\b|\bstage ([345]|iii|iv|v)[ab]? (ckd|chronic (kidney|renal))|\bend stage (renal|kidney)|\besrd\b|\bchronic (renal|kidney) failure\b|\b(renal|kidney) failure chronic\b/,
    unless: /\bstage (1|i) through\b/,
  },
  {
    group: 'dialysis',
    words:
      /\bdialysis\b|\bha?emodialysis\b|\bcapd\b|\brenal replacement therapy\b|\b(esrd|renal disease|kidney disease)\b.*\bon (i?hd|pd)\b|\b(on|(?<!test\w* |positive )for|via|mwf|tts|tth?s|tiw|chronic|maintenance) i?hd\b|\bi?hd (mwf|tts|tth?s|tiw|x ?3|dependent|via|catheter|access)\b|\besrd (mwf|tth?s|tiw)\b/,
    unless: /\bawaiting\b|\bplanned\b|\bdeclin|\brefus|\bhistory\b|\bpredialysis\b|\bpre dialysis\b/,
  },
  {
    group: 'pregnancy',
    words:
      /\bpregnan(t|cy)\b|\bgravid\b|\b(\d+ ?w|wks?|weeks|twin) gestation\b|\bgestation \d|\bhcg positive\b|\bpositive hcg\b|\bedd \d|\bg\d+ ?p\d+ at \d+ ?w/,
    unless:
      /^(?!.*\bpositive\b).*\btest\b|\bprevent|\bcontracept|\bdesires?\b|\bplanning\b|\bhistory\b|\bectopic\b|\btermination\b|\bpost ?partum\b|\bloss\b|\b(past|previous|prior|last) pregnanc/,
  },
  {
    group: 'alcohol_use_disorder',
    words:
      /\balcohol (use disorder|abuse|misuse|dependence|addiction|withdrawal)\b|\balcoholism\b|\bchronic alcoholic\b|\balcoholic$/,
    unless: /\bremission\b|\bhistory\b|\bnon ?alcoholic\b|\brecover(ing|ed)\b|\bsober\b/,
  },
  {
    group: 'substance_use_disorder',
    words:
      /\b(opioid|opiate|narcotic|heroin|cocaine|(?:meth)?amphetamine|meth|stimulant|sedative|benzodiazepine|cannabis|marijuana|thc|drug|substance|polysubstance|inhalant)s? (use disorder|abuse|dependence|addiction|misuse)\b|\b(heroin|cocaine|crack|(?:meth)?amphetamine|meth) (user|addict)\b/,
    unless: /\bremission\b|\bhistory\b|\bnicotine\b|\btobacco\b|\balcohol\b/,
  },
  {
    group: 'opioid_use_disorder',
    words: /\b(opioid|opiate|narcotic|heroin) (use disorder|abuse|dependence|addiction)\b|\boud\b/,
    unless: /\bhistory of prescription\b/,
  },
  {
    group: 'seizure_disorder',
    words: /\bepilep|\bseizures?\b|\bconvulsions?\b|\b(grand|petit) mal\b/,
    unless:
      /\bfebrile\b|\bpseudo|\bnon ?epileptic\b|\beclamp|\bfunctional\b|\bpsychogenic\b|\b(conversion|dissociative) disorder\b|\bhistory\b/,
  },
  {
    group: 'aspirin_allergy',
    // An allergy list names the substance alone, often with its class or strength: "NSAIDS (Non-Steroidal Anti-Inflammatory Drug)".
    words:
      /^(aspirin|asa|acetylsalicylic acid|salicylates?|nsaids?|non ?steroidal anti ?inflammator(y|ies)|ibuprofen|advil|motrin|naproxen|aleve|naprosyn|ketorolac|toradol|diclofenac|indomethacin|meloxicam|mobic|celecoxib|celebrex)( (non ?steroidal.*|drugs?|agents?|analogues|\d+ ?mg|oral|tablets?|sodium|potassium|and derivatives))*$|\b(aspirin|asa|nsaid|salicylate)s? (allergy|hypersensitivity|intolerance|sensitivity|induced asthma|exacerbated)|\b(allergy|allergic|hypersensitivity|anaphylaxis) (to|due to) (aspirin|asa|nsaid|salicylate|ibuprofen|naproxen)|\bsamter|\baerd\b/,
  },
  {
    group: 'acute_back_spasm',
    words:
      /\blow(er)? back pain\b|\bback ?ache\b|\bback pain\b|\blumbago\b|\bdorsalgia\b|\bstrain of (\w+ ){0,5}lower back\b|\b(back|lumbar|paraspinal)( muscle)? (spasms?|strain)\b|\b(spasm|strain) of (the )?(back|lumbar|muscle of back)/,
    unless: /\bcervical\b|\bneck\b/,
  },
  {
    group: 'bleeding_disorder',
    words:
      /\bha?emophilia\b|\bvon willebrand\b|\bvwd\b|\bitp\b|\bthrombocytop(a?e)nia\b|\blow platelets?\b|\bmelena\b|\bhematemesis\b|\bfactor (ii|v|vii|viii|ix|x|xi|xiii) deficiency\b|\bcoagulopathy\b|\bbleeding (disorder|diathesis)\b|\b(gastrointestinal|gi|intracranial|cerebral|subarachnoid|retroperitoneal) (bleed|hemorrhage|haemorrhage)/,
    unless: /\bhypercoag|\bthrombophil|\bfactor v leiden\b|\bhistory\b|\bneonatal\b/,
  },
  {
    group: 'bradycardia',
    words: /\bbradycardia\b|\bsick sinus\b|\bsinus node dysfunction\b/,
    unless: /\bfetal\b|\bneonatal\b/,
  },
  {
    group: 'dementia',
    words:
      /\bdementia\b|\balzheimer|\bneurocognitive disorder\b|\bcognitive (impairment|decline)\b|\bmci\b|\bdelirium\b|\bmemory impairment\b/,
    unless: /\bparalytica\b|\balcohol withdrawal\b|\bhistory of delirium\b/,
  },
  {
    group: 'hypotension',
    words: /\bhypotensi(on|ve)\b|\borthostasis\b|\blow blood pressure\b|\bpostural drop\b/,
    unless: /\bintracranial\b/,
  },
  {
    group: 'lactation',
    words: /\bbreast ?feed|\blactating\b|\blactation\b|\bnursing mother\b/,
    unless: /\bsuppress|\bstopped\b|\bbottle\b/,
  },
  {
    group: 'peptic_ulcer',
    words: /\b(peptic|gastric|duodenal|stomach) ulcer\b|\bulcer of (the )?(stomach|duoden)|\bpud\b/,
    unless: /\bhistory\b|\bhealed\b|\bpast\b/,
  },
  { group: 'syncope', words: /\b(pre)?syncop(e|al)\b|\bfaint(ing|ed|s)?\b|\bpassed out\b/ },
  {
    group: 'autonomic_dysreflexia',
    words:
      /\bdysreflexia\b|\b(quadri|tetra)(plegi|pares)|\bcervical (spinal )?cord injury\b|\bcord injury\b.*\b(c[1-8]|t[1-6])\b|\b(c[1-8]|t[1-6])\b.*\bcord injury\b/,
    unless: /\bcerebral palsy\b|\bspastic\b|\bcongenital\b/,
  },
  {
    group: 'brain_injury',
    words:
      /\b(traumatic )?brain (injury|damage)\b|\btbi\b|\bsubdural h[ae]*matoma\b|\banoxic (brain|enceph)|\bhypoxic (brain|ischemic enceph)|\bcoma\b|\bvegetative state\b|\bcerebral contusion\b/,
    unless: /\bdiabet|\bhepatic\b|\bmyxedema\b|\bglasgow\b|\bcoma scale\b|\bnewborn\b|\bspinal\b|\bhistory\b/,
  },
  {
    group: 'coronary_disease',
    words:
      /\bcoronary (artery|heart|arterio|athero|stent|bypass)\w*\b|\bcad\b|\bangina\b|\bisch[ae]+mic (heart|cardiomyopathy)\b|\b(s p|status post) pci\b|\bn?stemi\b|\bold myocardial infarct|\bcabg\b|\bmyocardial infarct/,
    unless: /\bvincent|\bludwig|\babdominal angina\b|\bnormal coronary\b|\bangina tonsil/,
  },
  {
    group: 'cyp2c19_pm',
    words:
      /\b2c19\b.*\bpoor metaboli[sz]er\b|\bpoor metaboli[sz]er\b.*\b2c19\b|\bcyp2c19\b.*\bpoor metaboli[sz]er\b|\bpoor metaboli[sz]er\b.*\bcyp2c19\b/,
    unless: /\bintermediate\b|\brapid\b|\blikely\b|\bpossible\b/,
  },
  {
    group: 'depression_severe',
    words: /\bsevere\b.*\bdepress|\bdepress\w*\b.*\b(severe|psychotic|psychosis)\b|\bpsychotic depress/,
    unless: /\bmild\b|\bmoderate\b|\bremission\b/,
  },
  {
    group: 'parkinson',
    words: /\bparkinson|\blewy bod|\bprogressive supranuclear|\bmultiple system atrophy\b/,
    unless: /\bwolff\b|\bsociety\b/,
  },
  {
    group: 'psychosis',
    words:
      /\bschizo(phreni|affective|phreniform)|\bpsychosis\b|\bpsychotic (disorder|episode|features|symptoms)\b|\bdelusional disorder\b|\bhallucinations?\b/,
    unless: /\bpersonality\b|\bremission\b|\bhypnagogic\b/,
  },
  {
    group: 'smoking',
    words: /\bsmoker\b|\bsmokes\b|\b(nicotine|tobacco) dependence\b|\btobacco (use|user|abuse|smoking)\b/,
    unless:
      /\bformer\b|\bex\b|\bnever\b|\bnon\b|\bnonsmoker\b|\bhistory\b|\bpassive\b|\bsecond ?hand\b|\bremission\b|\bcessation\b|\bstopped\b|\bquit\b|\bchew|\bsmokeless\b|\bsnuff\b|\bvap(e|es|ing)\b|\be cig|\blives with\b|\bparent|\bhousehold\b|\bsmoking behaviou?r\b/,
  },
  {
    group: 'stroke',
    words:
      /\bstroke\b|\bcva\b|\bcerebrovascular accident\b|\bcerebral infarct|\b(intracerebral|subarachnoid|cerebral) h[ae]*morrhage\b|\blacunar infarct/,
    unless: /\bheat\b|\bsunstroke\b|\bneonatal\b|\bstroke (volume|risk|like)\b|\btenderness\b|\bhistory\b/,
  },
  {
    group: 'suicidality',
    words:
      /\bsuicid|\bself ?(harm|inflicted|injur)|\boverdose\b.*\b(intentional|deliberate)|\b(intentional|deliberate)\b.*\boverdose\b/,
    unless: /\bhistory\b|\bnon ?suicidal\b|\bassisted\b|^suicide event$/,
  },
  { group: 'tachycardia', words: /\btachycardia\b/, unless: /\bfetal\b|\bneonatal\b/ },
];
