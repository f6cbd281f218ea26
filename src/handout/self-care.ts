import type { Evidence, OtherMedicine, RelaxantReview, Review } from '../review/types';
import type { HandoutText } from './content/text';
import { isUndecided } from './decided';
import type { LineBook, PaperLine } from './line-book';
import { drugName, isAcetaminophen, mayBeNamed, paperName } from './medicine-names';
import { tableRelaxants } from './medicine-table';
import { hasUnmatchedMedicine } from './medicines-read';
import type { Run } from './model';
import { fill, joinNames } from './runs';
import type { Value } from './runs';

const LIVER = ['liver_mild', 'liver_disease', 'liver_severe', 'alcohol_use_disorder'];
const KIDNEY = ['ckd', 'dialysis'];
const HEART = ['heart_failure', 'recent_mi'];
const STOMACH = ['peptic_ulcer', 'ulcer_history'];
/** Illnesses and medicines for which the label of these pills says to ask first, and that paper does not give as the reason. */
const SILENT_NSAID = [
  'pregnancy',
  'aspirin_allergy',
  'bleeding_disorder',
  'coronary_disease',
  'stroke',
  'alcohol_heavy',
];
const ASK_NSAID = ['antiplatelet', 'corticosteroid_systemic'];
/** Asks first too where only the patient said it, at the visit: could be pregnant, takes steroids. */
const SILENT_FLAGS = ['PREGNANCY', 'LONGTERM_STEROID'];

/**
 * Pain medicine on paper. Names acetaminophen only when everything that could forbid it was read and is absent;
 * when in doubt it names neither and says to ask. An NSAID is never recommended, only advised against, with a plain reason.
 */
export const painLines = (review: Review, text: HandoutText, book: LineBook): readonly PaperLine[] =>
  [acetaminophenLine(review, text), nsaidLine(review, text)]
    .filter((line) => line !== undefined)
    .map((line) => book.line({ ...line, group: 'For this patient', section: 'home' }))
    .filter((line) => line !== undefined);

interface PainLine {
  readonly id: string;
  readonly runs: readonly Run[];
  readonly origin: string;
}

function acetaminophenLine(review: Review, text: HandoutText): PainLine {
  const holding = review.otherMedicines.filter(hasAcetaminophen);
  const relaxants = tableRelaxants(review).filter((relaxant) => holds(relaxant, ACETAMINOPHEN));
  if (holding.length > 0 || relaxants.length > 0) {
    const names = [
      ...relaxants.map((relaxant) => drugName(relaxant, text)),
      ...holding.map((medicine) => paperName(medicine, text)).filter((name) => name !== undefined),
    ];
    // A plain acetaminophen order, or a partner that must stay unnamed.
    const named = holding.every(
      (medicine) => mayBeNamed(medicine) && !medicine.ingredients.every(isAcetaminophen),
    );
    return {
      id: 'pain.acetaminophen',
      runs: named
        ? fill(text.home.alreadyAcetaminophen, { other: joinNames(names, text.listAnd) })
        : fill(text.home.alreadyAcetaminophenUnnamed),
      origin: [...relaxants, ...holding].map((medicine) => medicine.text).join(', '),
    };
  }
  const ask = (origin: string): PainLine => ({ id: 'pain.ask', runs: fill(text.home.askPain), origin });
  const doubt = notRead(review);
  if (doubt !== undefined) return ask(`could not check: ${doubt}`);
  if (hasToken(review, [...LIVER, 'alcohol_heavy']) || liverFinding(review))
    return ask('liver or alcohol on file');
  if (review.selfCare?.allergies.some((name) => isAcetaminophen(name)) === true)
    return ask('allergy on file');
  return {
    id: 'pain.acetaminophen',
    runs: fill(text.home.acetaminophen),
    origin: 'nothing against it was found',
  };
}

/** What must have been read before a pain medicine may be named; undefined when all was. */
function notRead(review: Review): string | undefined {
  const { completeness, selfCare } = review;
  if (completeness.MedicationRequest !== 'complete') return 'medicines';
  if (completeness.Condition !== 'complete') return 'conditions';
  if (completeness.Observation !== 'complete') return 'labs';
  if (completeness.AllergyIntolerance !== 'complete') return 'allergies';
  if (hasUnmatchedMedicine(review)) return 'a medicine was not recognised';
  return selfCare === undefined ? 'conditions without a rule' : undefined;
}

function nsaidLine(review: Review, text: HandoutText): PainLine | undefined {
  const line = (words: string, origin: string, values: Record<string, Value> = {}): PainLine => ({
    id: 'pain.nsaid',
    runs: fill(words, values),
    origin,
  });
  const ordered = review.otherMedicines.filter((medicine) => medicine.classes.includes('nsaid'));
  const withAspirin = tableRelaxants(review).filter(
    (relaxant) => relaxant.drug === 'orphenadrine_asa_caffeine' || holds(relaxant, ASPIRIN),
  );
  const ulcer = hasToken(review, STOMACH) || review.notes.some(({ id }) => id === 'ULCER_NSAID_CAUTION');
  const kidney = review.selfCare?.egfrBelow60 === true || hasToken(review, KIDNEY) || kidneyFinding(review);
  // Reasons that paper does not print.
  const silent =
    hasToken(review, [...LIVER, ...SILENT_NSAID]) ||
    review.redFlags.some(({ rule }) => SILENT_FLAGS.includes(rule.id)) ||
    review.selfCare?.allergies.some((name) => /^(nsaid|aspirin|ibuprofen|naproxen)$/.test(name)) === true;
  // Ordered although something speaks against it: the clinician decides, the paper must not contradict the bottle.
  const against =
    kidney ||
    ulcer ||
    review.otherMedicines.some((medicine) => isThinner(medicine) || asksFirst(medicine)) ||
    hasToken(review, HEART) ||
    silent;
  if (ordered.length > 0 || withAspirin.length > 0) {
    const names = [
      ...withAspirin.map((relaxant) => drugName(relaxant, text)),
      ...ordered.map((medicine) => paperName(medicine, text)).filter((name) => name !== undefined),
    ];
    // "You already take" is not said of a medicine that waits for a decision.
    if (
      names.length === 0 ||
      against ||
      withAspirin.some((of) => isUndecided(of) || of.decision !== undefined)
    )
      return line(
        text.home.noNsaid,
        [...withAspirin, ...ordered].map((medicine) => medicine.text).join(', '),
      );
    return line(text.home.oneNsaid, names.join(', '), { other: joinNames(names, text.listAnd) });
  }
  if (kidney) return line(text.home.noNsaidKidney, 'kidney finding');
  const thinner = review.otherMedicines.find(isThinner);
  if (thinner !== undefined) return line(text.home.noNsaidThinner, thinner.text);
  if (hasToken(review, HEART)) return line(text.home.noNsaidHeart, 'heart finding');
  if (ulcer) return line(text.home.noNsaidStomach, 'ulcer finding');
  if (silent) return line(text.home.noNsaid, 'finding that is not printed');
  const asking = review.otherMedicines.filter(asksFirst).map((medicine) => medicine.text);
  return asking.length > 0 ? line(text.home.noNsaid, asking.join(', ')) : undefined;
}

const ACETAMINOPHEN = /\b(?:acetaminophen|paracetamol|apap)\b/i;
const ASPIRIN = /\b(?:aspirin|asa|acetylsalicylic)\b/i;

/** What else the product of a relaxant holds, by its names. */
const holds = ({ text, orders }: RelaxantReview, what: RegExp): boolean =>
  [text, ...orders.flatMap((order) => [order.text, ...order.names])].some((name) => what.test(name));

const asksFirst = ({ classes }: OtherMedicine): boolean => classes.some((name) => ASK_NSAID.includes(name));

const hasAcetaminophen = (medicine: OtherMedicine): boolean =>
  medicine.classes.includes('paracetamol') || medicine.ingredients.some(isAcetaminophen);

const isThinner = (medicine: OtherMedicine): boolean => medicine.classes.includes('anticoagulant');

const allEvidence = (review: Review): readonly Evidence[] => [
  ...review.relaxants.flatMap((relaxant) => relaxant.cautions.flatMap((hit) => hit.evidence)),
  ...review.redFlags.flatMap((hit) => hit.evidence),
];

const hasToken = (review: Review, tokens: readonly string[]): boolean =>
  review.selfCare?.conditions.some((token) => tokens.includes(token)) === true ||
  allEvidence(review).some((item) => tokens.includes(item.label));

/** A lab value that made a rule of the liver group fire (the relaxant's own entry is no finding). */
const liverFinding = (review: Review): boolean =>
  review.relaxants.some(({ cautions }) =>
    cautions.some(
      ({ rule, evidence }) =>
        rule.group === 'liver' &&
        evidence.some(({ reference }) => /^(Observation|Condition)\//.test(reference)),
    ),
  );

/** A kidney value behind any rule. The reason is printed, so it must be a kidney value and not another lab of the same group. */
const kidneyFinding = (review: Review): boolean =>
  allEvidence(review).some(
    ({ reference, basis, label, detail, text }) =>
      basis === 'value' &&
      reference.startsWith('Observation/') &&
      /egfr|crcl|creatinine|glomerular/i.test([label, detail, text].join(' ')),
  );
