import { CAUTION_RULES } from '../knowledge/cautions/all';
import type { CautionRule } from '../knowledge/rule';
import type { Evidence, OtherMedicine, Review } from '../review/types';
import type { HandoutText, Swap } from './content/text';
import type { LineBook, PaperLine } from './line-book';
import { nameChoice } from './line-ids';
import { drugName, fullName, partnersOf } from './medicine-names';
import type { Partners } from './medicine-names';
import { isTakeable, isTaken, tableRelaxants } from './medicine-table';
import type { HandoutChoices, HandoutLine, HandoutSite, Run } from './model';
import type { Composition } from './page-one';
import { OFF_RED_FLAG } from './red-flag-state';
import { capitalised, fill, joinNames, plain } from './runs';
import { isTaperRule } from './taper';

/** Where a printed rule line stands. Page 1 is read by others at home: nothing sensitive, and three lines at most. */
type Place = 'mix' | 'how' | 'foryou';

export interface RuleLine extends PaperLine {
  readonly place: Place;
  /** Tells to keep naloxone at home. */
  readonly naloxone: boolean;
}

/** Said elsewhere on the paper in fixed words: driving box, do-not-mix box, stand-up line, taper line. */
const SAID_ELSEWHERE = new Set(['X-DRIVE', 'X-CMV', 'X-ALCOHOL-ANY', 'X-FALLS']);

/** Short notes that belong to how the medicine is taken; the other teaching lines stand on page 2. */
const NOTES_ON_PAGE_ONE = new Set(['MET-URINE', 'CHL-URINE']);

/** Reassures; off while the cause is being looked for. */
const REASSURING = new Set(['X-EVIDENCE']);

const PAGE_ONE_LINES = 3;

/**
 * What the patient must watch for while a medicine is taken although a finding asks for a decision: kept with a reason, not decided
 * where the finding is serious, or on the way down. The finding's own line tells to call before the next dose, which is then not true.
 * Rule → the rule whose line speaks of the same danger.
 */
const WATCH_WHILE_TAKEN: Readonly<Record<string, string>> = {
  'CYC-MAOI': 'CYC-SEROTONIN',
  'CYC-CARDIAC': 'ORP-CARDIAC',
  'CYC-THYROID': 'ORP-CARDIAC',
  'CYC-TRAMADOL-SEIZURE': 'CYC-SEIZURE',
  'CYC-ER-ELDERLY': 'X-BAC-TIZ-65',
  'CYC-ER-LIVER': 'CYC-IR-LIVER-MILD',
  'CYC-IR-LIVER-MODSEV': 'CYC-IR-LIVER-MILD',
  'DAN-POSTURE': 'X-POSTURE',
  'DZP-GLAUCOMA': 'CYC-ANTICHOL-COND',
  'DZP-LIVER-SEVERE': 'CYC-IR-LIVER-MILD',
  'DZP-RESP': 'X-OSA-COPD',
  'MTX-ORGAN-SEVERE': 'MTX-ORGAN-MILD',
  'OAC-BLEED': 'OAC-BLEED',
  'ORP-GLAUCOMA': 'CYC-ANTICHOL-COND',
  'ORP-GU': 'CYC-ANTICHOL-COND',
  'TIZ-ALPHA2': 'TIZ-LOW-BP',
  'TIZ-ALT': 'TIZ-LIVER',
  'TIZ-CYP1A2-STRONG': 'TIZ-FQ-OTHER',
  'TOL-ORGAN': 'CAR-ORGAN',
};

interface Fired {
  readonly rule: CautionRule;
  readonly serious: boolean;
  readonly drugs: readonly string[];
  readonly evidence: readonly Evidence[];
}

/**
 * The patient lines of all firing rules, one a text over all relaxants, decided by their kind:
 * `decide` (but for what to watch for while it is taken) and `never` do not print, `watch` prints when serious and is offered when caution, `teach` prints,
 * `sensitive` is off and stands on page 2 only. With `notesMoved` page 1 keeps only the lines of "do not mix".
 */
export function ruleLines(
  { review, choices, site, text, book, openFlag }: Omit<Composition, 'ruleLines'>,
  notesMoved: boolean,
): readonly RuleLine[] {
  const printed: RuleLine[] = [];
  let onPageOne = 0;
  for (const fired of firedRules(review, choices, text)) {
    const { rule } = fired;
    const partners = partnersOf(fired.evidence, review, text);
    const named = fired.rule.patient.includes('{other}')
      ? partners.hidden.filter((medicine) => mayNameHere(medicine, text, book))
      : [];
    const runs = lineRuns(fired, partners, named, site, text);
    if (runs === undefined) continue;
    const sentence = book.typed(`rule.${rule.id}`) ?? plain(runs);
    const sensitive = rule.patientLine === 'sensitive';
    const wanted = rule.patient.includes('{other}') ? 'mix' : 'how';
    const forPageOne =
      named.length === 0 && mayStandOnPageOne(fired, sentence, book) && onPageOne < PAGE_ONE_LINES;
    const moved = forPageOne && notesMoved && wanted === 'how';
    const place: Place = forPageOne && !moved ? wanted : 'foryou';
    const line = book.line({
      id: `rule.${rule.id}`,
      group: groupOf(place, sensitive),
      runs,
      origin: moved ? `${originOf(fired)} · moves to page 2` : originOf(fired),
      section: place,
      ...(sensitive || (rule.patientLine === 'watch' && !fired.serious) ? { offByDefault: true } : {}),
      ...(openFlag && REASSURING.has(rule.id) ? { lockedOff: OFF_RED_FLAG } : {}),
    });
    if (line === undefined) continue;
    // Seen in the words of the knowledge, whatever the language of the paper.
    printed.push({ ...line, place, naloxone: /naloxone/i.test(book.typed(line.id) ?? rule.patient) });
    if (place !== 'foryou') onPageOne += 1;
  }
  return printed;
}

/** A medicine that tells an illness is named when the clinician says so; the line then stands on page 2. */
function mayNameHere(medicine: OtherMedicine, text: HandoutText, book: LineBook): boolean {
  const id = nameChoice(medicine.reference);
  const asked = book.lines.find((line) => line.id === id);
  if (asked !== undefined) return asked.on;
  return book.add({
    id,
    group: 'Sensitive',
    text: `Name ${fullName(medicine, text)} in place of “${text.mix.otherMedicine}”, on page 2.`,
    origin: medicine.text,
    offByDefault: true,
  });
}

function firedRules(review: Review, choices: HandoutChoices, text: HandoutText): readonly Fired[] {
  // Rules that tell the patient the same thing (one of cyclobenzaprine, one of metaxalone) print one line for both.
  const byWords = new Map<string, Fired>();
  for (const relaxant of tableRelaxants(review))
    for (const hit of relaxant.cautions) {
      const rule = isTaken(relaxant, choices) ? watched(hit.rule) : hit.rule;
      if (!hasOwnLine(rule)) continue;
      // How to take it is not said of a medicine that the table says to ask about first.
      if (rule.patientLine === 'teach' && !isTakeable(relaxant, choices)) continue;
      const line = template(rule, text);
      const before = byWords.get(line);
      byWords.set(line, {
        rule: before === undefined || rule.patientLine === 'sensitive' ? rule : before.rule,
        serious: before?.serious === true || hit.severity === 'serious' || hit.severity === 'contraindicated',
        drugs: [...new Set([...(before?.drugs ?? []), drugName(relaxant, text)])],
        evidence: [...(before?.evidence ?? []), ...hit.evidence],
      });
    }
  // Serious first, so that the three places of page 1 go to them; otherwise the order of the review.
  return [...byWords.values()].sort((a, b) => Number(b.serious) - Number(a.serious));
}

function watched(rule: CautionRule): CautionRule {
  const id = WATCH_WHILE_TAKEN[rule.id];
  const says = CAUTION_RULES.find((each) => each.id === id);
  return says === undefined ? rule : { ...says, patientLine: 'watch' };
}

const template = (rule: CautionRule, text: HandoutText): string => text.ruleLines[rule.id] ?? rule.patient;

/** A rule whose line may stand on paper in its own words, so that every language needs one. */
export const hasOwnLine = (rule: CautionRule): boolean =>
  rule.patient !== '' &&
  (rule.patientLine === 'watch' || rule.patientLine === 'teach' || rule.patientLine === 'sensitive') &&
  !SAID_ELSEWHERE.has(rule.id) &&
  !isTaperRule(rule.id);

function mayStandOnPageOne({ rule, serious }: Fired, sentence: string, book: LineBook): boolean {
  if (rule.patientLine === 'sensitive' || book.isPrivate(sentence)) return false;
  return (rule.patientLine === 'watch' && serious) || NOTES_ON_PAGE_ONE.has(rule.id);
}

/** The rule's template filled; undefined when it asks for something that paper cannot give. */
function lineRuns(
  fired: Fired,
  partners: Partners,
  named: readonly OtherMedicine[],
  site: HandoutSite,
  text: HandoutText,
): readonly Run[] | undefined {
  const others = [...partners.names, ...named.map((medicine) => fullName(medicine, text))].filter(
    (name) => !fired.drugs.includes(name),
  );
  const unnamed = partners.unnamed && named.length < Math.max(1, partners.hidden.length);
  // The knowledge is written for the United States; the number to call is the site's.
  const own = template(fired.rule, text).replaceAll(US_EMERGENCY, '{emergency}');
  // Two relaxants and an opioid are not "both".
  const together = fired.drugs.length + others.length + Number(unnamed);
  const line = swapped(own, others.length === 0 ? text.mix.unnamed : together > 2 ? text.mix.several : []);
  if (/\{(?!drug\}|other\}|emergency\})/.test(line)) return undefined;
  const other = joinNames(
    others.length === 0 ? [text.mix.otherMedicine] : unnamed ? [...others, text.mix.otherMedicine] : others,
    text.listAnd,
  );
  // "{other}" may open a sentence.
  return fill(own.includes('{other}') ? strongStart(line) : line, {
    drug: joinNames(fired.drugs, text.listAnd),
    other,
    emergency: site.emergencyNumber,
  }).map((run, index, all) =>
    startsSentence(plain(all.slice(0, index))) ? { ...run, text: capitalised(run.text) } : run,
  );
}

const US_EMERGENCY = /\b911\b/g;

const startsSentence = (before: string): boolean => before === '' || /[.?!]\s+$/.test(before);

/** What not to mix is found at a glance: the first sentence is strong. */
const strongStart = (line: string): string => line.replace(/^(.*?[.?!])(?=\s|$)/, '**$1**');

const swapped = (template: string, swaps: readonly Swap[]): string =>
  swaps.reduce((line, { pattern, text: instead }) => line.replace(pattern, instead), template);

const groupOf = (place: Place, sensitive: boolean): HandoutLine['group'] =>
  sensitive ? 'Sensitive' : place === 'mix' ? 'Do not mix' : 'For this patient';

/** "oxycodone", "age 72", "eGFR 41": the first evidence that is not the relaxant itself. */
function originOf({ evidence, drugs, rule }: Fired): string {
  const labels = [...new Set(evidence.map((item) => item.label))].filter(
    (label) => label !== '' && !drugs.includes(label),
  );
  return labels.length > 0 ? labels.join(', ') : (drugs[0] ?? rule.title);
}
