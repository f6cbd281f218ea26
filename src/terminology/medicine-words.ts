/**
 * Words that narrow a medicine when only its ingredient is coded or named: strength, salt, form and brand decide the class.
 * A product code is never overruled by them. Texts are in the form of `plainWords`.
 */
export interface Narrowing {
  readonly ingredient: string;
  readonly when: RegExp;
  readonly add?: string;
  readonly drop?: string;
  /** Adds by whatever route: the words themselves say that it acts in the whole body. */
  readonly anyRoute?: true;
}

const LOCAL_INJECTION =
  /\bintra ?articular|\bintra ?lesional|\bintra ?burs|\bintra ?dermal|\bepidural|\binto the (joint|knee|shoulder|hip)/;

export const NARROWINGS: readonly Narrowing[] = [
  // Buprenorphine under the tongue, with naloxone, as implant or depot treats opioid use disorder; patch and buccal film treat pain.
  {
    ingredient: 'buprenorphine',
    when: /\bnaloxone\b|\bsublingual\b|\bsl\b|\btongue\b|\bsubutex\b|\bimplant|\bextended release inj|\bdepot\b/,
    add: 'moud',
    drop: 'opioid',
  },
  // Aspirin up to 162.5 mg alone is an antiplatelet; pain doses and pain mixtures are an NSAID.
  {
    ingredient: 'aspirin',
    when: /^(?!.*\b(acetaminophen|caffeine|salicylamide)\b).*(\b(75|81|100|162|162\.5) ?mg\b|\blow dose\b|\bbaby\b)/,
    add: 'antiplatelet',
    drop: 'nsaid',
  },
  { ingredient: 'denosumab', when: /\b60 ?mg\b|\bprolia\b/, add: 'bone_osteoporosis' },
  { ingredient: 'denosumab', when: /\b120 ?mg\b|\bxgeva\b/, add: 'bone_oncologic' },
  { ingredient: 'zoledronic acid', when: /\b5 ?mg\b|\breclast\b/, add: 'bone_osteoporosis' },
  { ingredient: 'zoledronic acid', when: /\b4 ?mg\b|\bzometa\b/, add: 'bone_oncologic' },
  { ingredient: 'pamidronate', when: /./, add: 'bone_oncologic' },
  // A line flush is not treatment.
  { ingredient: 'heparin', when: /\bflush\b|\block\b/, drop: 'anticoagulant' },
  // An injection into a joint or around a nerve acts there.
  { ingredient: 'triamcinolone', when: LOCAL_INJECTION, drop: 'corticosteroid_systemic' },
  { ingredient: 'methylprednisolone', when: LOCAL_INJECTION, drop: 'corticosteroid_systemic' },
  { ingredient: 'betamethasone', when: LOCAL_INJECTION, drop: 'corticosteroid_systemic' },
  { ingredient: 'dexamethasone', when: LOCAL_INJECTION, drop: 'corticosteroid_systemic' },
  // Ethinyl estradiol beside a progestin is a contraceptive, whatever the brand; 5 micrograms or less is a menopausal dose.
  {
    ingredient: 'ethinyl estradiol',
    when: /\b(levo)?norgest|\bdrospir|\bdesogest|\bnoreth|\bethynod|\betonog|\bnorelg|\bsegest|\b0\.01 ?mg\b(?! hr)/,
    add: 'estrogen_contraceptive',
  },
  {
    ingredient: 'ethinyl estradiol',
    when: /\b0\.00(25|5) ?mg\b(?! hr)|\b(2\.5|5) ?(mcg|ug)\b/,
    add: 'estrogen_hrt',
    drop: 'estrogen_contraceptive',
  },
  { ingredient: 'mestranol', when: /./, add: 'estrogen_contraceptive' },
  { ingredient: 'estetrol', when: /./, add: 'estrogen_contraceptive' },
  // The two stronger vaginal rings treat the whole body; creams, tablets and the low-dose ring act where they are put.
  {
    ingredient: 'estradiol',
    when: /\bfemring\b|\b0\.00(208|417) ?mg hr\b/,
    add: 'estrogen_hrt',
    anyRoute: true,
  },
  // Sold only with sulbactam, which is no antibiotic by itself.
  { ingredient: 'durlobactam', when: /./, add: 'antibiotic' },
  {
    ingredient: 'estradiol',
    when: /\bdienogest|\bnomegestrol/,
    add: 'estrogen_contraceptive',
    drop: 'estrogen_hrt',
  },
];

/**
 * Words that give nothing away when they stand behind another name: salts, minerals and everyday words ("acamprosate calcium",
 * "in water"). They count as a medicine only where the name begins with them.
 */
export const WEAK_NAMES: ReadonlySet<string> = new Set([
  'acetate',
  'alcohol',
  'aluminum',
  'arginine',
  'calcium',
  'carbon',
  'chloride',
  'chlorine',
  'citrate',
  'citric acid',
  'dextrose',
  'ethanol',
  'fiber',
  'gelatin',
  'glucose',
  'glycerin',
  'hydrogen',
  'iron',
  'lactose',
  'magnesium',
  'meglumine',
  'oxygen',
  'phosphate',
  'phosphorus',
  'potassium',
  'sodium',
  'sodium chloride',
  'starch',
  'sucrose',
  'sulfate',
  'sulfur',
  'syringe',
  'water',
  'zinc',
]);
