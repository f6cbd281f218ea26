import { readFileSync, readdirSync } from 'node:fs';
import { WRITTEN_CAUTION_RULES } from '../src/knowledge/cautions/written';
import { DATA_GAPS } from '../src/knowledge/data-gaps';
import { DRIVING_RULES } from '../src/knowledge/driving';
import { DRIVING_WORDS } from '../src/knowledge/driving-words';
import { attributesOf, cautionCard, cited, redFlagCard } from '../src/knowledge/in-words/card';
import type { CitedSource, RuleCard } from '../src/knowledge/in-words/card';
import type { LimbWords } from '../src/knowledge/in-words/limb';
import { DRUG_NAMES, SEVERITY_NAMES, TIER_NAMES } from '../src/knowledge/in-words/names';
import { SOURCE_KIND_NAMES } from '../src/knowledge/in-words/source-kinds';
import { triggerWords } from '../src/knowledge/in-words/trigger';
import { asLine } from '../src/knowledge/in-words/words';
import type { Words } from '../src/knowledge/in-words/words';
import { WRITTEN_RED_FLAG_RULES } from '../src/knowledge/red-flags/written';
import type { CautionRule, Source } from '../src/knowledge/rule';
import { SOURCES } from '../src/knowledge/sources';
import { KNOWLEDGE_VERSION, REVIEW_BY } from '../src/knowledge/version';
import { DRUG_IDS } from '../src/knowledge/vocabulary';
import { SPANISH_RULE_LINES } from '../src/handout/content/es-rule-lines';

/** Every rule on one page that needs no program to be read, printed and signed. The same knowledge gives the same page. */

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const items = (list: readonly string[]): string =>
  `<ul>${list.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const anchor = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

const GRADES: Readonly<Record<string, string>> = {
  contraindicated: 'g1',
  emergency: 'g1',
  serious: 'g2',
  'urgent-sameday': 'g2',
  caution: 'g3',
  urgent: 'g3',
  counsel: 'g4',
  consider: 'g4',
};
const grade = (key: string, name: string): string =>
  `<span class="grade ${GRADES[key] ?? ''}">${capital(name)}</span>`;

/** A short condition stands on one line, a long one as a list. */
function wordsHtml(words: Words): string {
  const line = asLine(words);
  if (typeof words === 'string' || line.length < 90) return `<p>${escaped(capital(line))}</p>`;
  if ('all' in words) return `<p class="join">All of:</p>${items(words.all.map(wordsHtml))}`;
  return `<p class="join">${words.lead === undefined ? 'One of:' : `${escaped(capital(words.lead))}, one of:`}</p>${items(words.any.map(wordsHtml))}`;
}

const limbsHtml = (limbs: readonly LimbWords[]): string =>
  `<p class="join">One of:</p>${items(
    limbs.map(
      ({ what, tiers, notes }) =>
        `${escaped(capital(what))} — <strong>${escaped(tiers.join('; '))}</strong>${notes.length === 0 ? '' : `<br><span class="quiet">${escaped(notes.join('; '))}</span>`}`,
    ),
  )}`;

function triggerHtml({ trigger }: RuleCard): string {
  if (trigger.kind === 'red-flag') return limbsHtml(trigger.limbs);
  return wordsHtml(trigger.words.when);
}

const sourcesHtml = (sources: readonly CitedSource[]): string =>
  `<ul class="sources">${sources
    .map(
      ({ source, from, section, supports }) =>
        `<li><span class="kind">${SOURCE_KIND_NAMES[from.kind]}</span> <a href="#${anchor(source)}">${escaped(from.title)}</a>, section ${escaped(section)}: ${escaped(supports)} <a class="url" href="${escaped(from.url)}">${escaped(from.url)}</a></li>`,
    )
    .join('')}</ul>`;

const row = (name: string, content: string): string => `<dt>${name}</dt><dd>${content}</dd>`;
/** Stays in one piece on paper. */
const together = (content: string): string => `<div class="together">${content}</div>`;
const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

const SIGN_OFF =
  '<div class="sign"><span class="box">agree</span><span class="box">change</span><span>Name</span><span>Role</span><span>Date</span><span class="wide">Remarks</span></div>';

/** Driving, alcohol, falls and tapers stand in boxes and lines of their own on the paper. */
const inFixedWords = ({ id, patient, patientLine, drugs }: RuleCard): boolean =>
  drugs !== undefined &&
  patient !== '' &&
  !patientLine.startsWith('not printed') &&
  SPANISH_RULE_LINES[id] === undefined;

const DEFAULTS = new Map(attributesOf());

function card(rule: RuleCard): string {
  const differs = rule.attributes.filter(([name, value]) => DEFAULTS.get(name) !== value);
  const spanish = SPANISH_RULE_LINES[rule.id];
  const { trigger } = rule;
  const raised = trigger.kind === 'caution' ? trigger.words : undefined;
  return `<article id="${rule.id}">${together(`<header><h3>${escaped(rule.title)}</h3>${grade(rule.grade, rule.gradeName)}<span class="id"><code>${rule.id}</code> · version ${rule.version}${rule.starts === undefined ? '' : ` · on screen: ${escaped(rule.starts)}`}</span></header><dl>${row('Fires when', `<div class="words">${triggerHtml(rule)}</div>`)}</dl>`)}<dl>${[
    raised?.raisedWhen === undefined
      ? ''
      : row(
          `Raised to ${raised.raised ?? ''} when`,
          `<div class="words">${wordsHtml(raised.raisedWhen)}</div>`,
        ),
    raised === undefined || raised.hiddenBy.length === 0
      ? ''
      : row('Not shown beside', raised.hiddenBy.map((id) => `<a href="#${id}">${id}</a>`).join(', ')),
    row('On screen', paragraph(rule.short)),
    row('Reason', paragraph(rule.clinician)),
    row('To consider', paragraph(rule.consider)),
    row(
      'For the patient',
      `${rule.patient === '' ? '' : paragraph(rule.patient)}${spanish === undefined ? '' : `<p lang="es">${escaped(spanish)}</p>`}<p class="quiet">${escaped(capital(rule.patientLine))}.${rule.sensitive || rule.patient === '' ? '' : ' Not sensitive.'}${inFixedWords(rule) ? ' The paper says it in fixed words of its own, in each language.' : ''}</p>`,
    ),
    row(
      'Rests on',
      `<p>${escaped(capital(rule.basis))}.</p>${rule.own.length === 0 ? '' : `<p>Own choices of this project: ${escaped(rule.own.join(' '))}</p>`}`,
    ),
    row('Sources', sourcesHtml(rule.sources)),
  ].join(
    '',
  )}</dl><p class="fine">Review by ${REVIEW_BY}. Attributes: the <a href="#attributes">13 of the project</a>${differs.length === 0 ? '.' : `, except: ${differs.map(([name, value]) => `${name}: ${escaped(value)}`).join(' ')}`}</p>${SIGN_OFF}</article>`;
}

/** Forms of one ingredient stand together. */
const INGREDIENTS: readonly (readonly [string, readonly string[]])[] = [
  ...new Map(
    DRUG_IDS.map((drug) => {
      const name = drug.startsWith('cyclobenzaprine') ? 'cyclobenzaprine' : DRUG_NAMES[drug];
      return [
        name,
        DRUG_IDS.filter(
          (other) => DRUG_NAMES[other] === name || (name === 'cyclobenzaprine' && other.startsWith(name)),
        ),
      ] as const;
    }),
  ),
];
const homeOf = (rule: CautionRule): string =>
  INGREDIENTS.find(
    ([, drugs]) => rule.drugs !== 'all' && rule.drugs.every((drug) => drugs.includes(drug)),
  )?.[0] ?? 'several relaxants';
const concerns = (rule: CautionRule, drugs: readonly string[]): boolean =>
  rule.drugs === 'all' || rule.drugs.some((drug) => drugs.includes(drug));

const link = ({ id, title }: { readonly id: string; readonly title: string }): string =>
  `<a href="#${id}">${escaped(title)}</a> <span class="quiet key">${id}</span>`;

function contents(): string {
  const everyone = WRITTEN_CAUTION_RULES.filter(({ drugs }) => drugs === 'all');
  const byDrug = INGREDIENTS.map(
    ([name, drugs]) =>
      `<p class="of">${capital(name)}</p>${items(WRITTEN_CAUTION_RULES.filter((rule) => rule.drugs !== 'all' && concerns(rule, drugs)).map(link))}`,
  );
  return `<nav aria-label="Contents"><h2 class="stay" id="contents">Contents, by medicine</h2><p>Rules for any relaxant stand once; rules for several relaxants stand under each.</p><p class="of">Any relaxant</p>${items(everyone.map(link))}${byDrug.join('')}<p class="of">Red flags</p>${items(WRITTEN_RED_FLAG_RULES.map(link))}<p class="of">Tables</p>${items(['<a href="#driving">Driving</a>', '<a href="#gaps">What is said when something is not on file</a>', '<a href="#groups">Groups of codes and names</a>', '<a href="#attributes">Source attributes</a>', '<a href="#sources">Sources</a>'])}</nav>`;
}

const section = (name: string, rules: readonly RuleCard[]): string =>
  rules.length === 0 ? '' : `<h2 id="${anchor(name)}">${capital(name)}</h2>${rules.map(card).join('')}`;

function driving(): string {
  const rows = DRIVING_RULES.map(
    ({ drug, label, tier, raisedBy, clinician, sources }) =>
      `<article id="DRIVE-${drug.replaceAll('_', '-')}">${together(`<header><h3>${label}</h3>${grade('serious', `${tier}: ${DRIVING_WORDS[tier].word}`)}</header><dl>${row('Says', paragraph(DRIVING_WORDS[tier].tooltip))}</dl>`)}<dl>${row('One step stricter when', `<div class="words">${wordsHtml(triggerWords(raisedBy))}</div>`)}${row('Reason', paragraph(clinician))}${row('Sources', sourcesHtml(cited(sources)))}</dl>${SIGN_OFF}</article>`,
  );
  return `<h2 id="driving">Driving</h2><p>The steps are this project’s own (working definition). A dose raised in the last days is one step stricter too; the strictest step is D3.</p>${rows.join('')}`;
}

function gaps(): string {
  const rows = DATA_GAPS.map(
    ({ id, drugs, text }) =>
      `<tr><td><code>${id}</code></td><td>${drugs === 'all' ? 'any relaxant' : drugs.map((drug) => DRUG_NAMES[drug]).join('; ')}</td><td>${escaped(text)}</td></tr>`,
  );
  return `<h2 id="gaps">What is said when something is not on file</h2><table><thead><tr><th>Id</th><th>For</th><th>Words on screen</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

interface ValueSetHead {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly compose?: { readonly include?: readonly { readonly concept?: readonly unknown[] }[] };
}

function groups(folder: URL): string {
  const rows = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const set = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as ValueSetHead;
      const count = (set.compose?.include ?? []).reduce((sum, part) => sum + (part.concept?.length ?? 0), 0);
      return `<tr><td>${escaped(set.title)}<br><code>${set.id}</code></td><td>${escaped(set.description)}</td><td>${count}</td></tr>`;
    });
  return `<h2 id="groups">Groups of codes and names</h2><p>What the words of the rules stand for. The members of each group, with code, name and system, are its file in fhir/ValueSet; prefixes of ICD codes are not in the count.</p><table><thead><tr><th>Group</th><th>What is in it</th><th>Codes and names</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const attributes = (): string =>
  `<h2 id="attributes">Source attributes</h2><p>The 13 attributes of evidence-based decision support, 45 CFR 170.315(b)(11)(iv)(A): the project’s answer for every rule. A rule names what differs.</p><table><tbody>${attributesOf()
    .map(([name, value]) => `<tr><th scope="row">${name}</th><td>${escaped(value)}</td></tr>`)
    .join('')}</tbody></table>`;

function sourceList(): string {
  const rows = Object.entries(SOURCES as Readonly<Record<string, Source>>).map(
    ([id, { title, publisher, kind, url, version, seen }]) =>
      `<tr id="${anchor(id)}"><td><span class="kind">${SOURCE_KIND_NAMES[kind]}</span></td><td>${escaped(title)}${version === undefined ? '' : ` (${escaped(version)})`}. ${escaped(publisher)}. <a class="url" href="${escaped(url)}">${escaped(url)}</a></td><td>${escaped(seen)}</td></tr>`,
  );
  return `<h2 id="sources">Sources</h2><table><thead><tr><th>Kind</th><th>Source</th><th>What of it was read, and when</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const LEGEND = `<p class="legend">${[...Object.entries(SEVERITY_NAMES), ...Object.entries(TIER_NAMES)].map(([key, name]) => grade(key, name)).join(' ')}</p>`;

function front(): string {
  const [cautions, flags] = [WRITTEN_CAUTION_RULES.length, WRITTEN_RED_FLAG_RULES.length];
  return `<h1>BackSafe: every rule, for review</h1><p class="lead">Knowledge version ${KNOWLEDGE_VERSION}. Sources due for review by ${REVIEW_BY}. ${cautions} cautions for muscle relaxants and ${flags} red flags for back pain.</p><p>BackSafe supports clinical judgment and does not replace it. <strong>No clinician has signed these rules off yet.</strong> This page is written from the rules themselves by <code>npm run rules</code>: what stands here is what the program does. Each rule has a box to sign; a change is made as docs/knowledge-review.md says.</p><p>How to read a rule. <em>Fires when</em> holds the whole trigger: AND needs every part, OR one. A part that cannot be looked up (a list that was not read in full, a missing or old lab value, a dose that is not clear) makes the rule “could not check”, never clear. An eGFR, creatinine or creatinine clearance clears for 12 months, an ALT for 3; past that an abnormal value still fires. A window or limit of this project’s own is called a working definition.</p>${LEGEND}`;
}

export function rulesPage(): string {
  const css = readFileSync(new URL('rules-page.css', import.meta.url), 'utf8');
  const cautions = WRITTEN_CAUTION_RULES.map((rule) => [homeOf(rule), cautionCard(rule)] as const);
  const homes = ['several relaxants', ...INGREDIENTS.map(([name]) => name)];
  const body = [
    front(),
    contents(),
    ...homes.map((home) =>
      section(
        home === 'several relaxants' ? 'any or several relaxants' : home,
        cautions.filter(([at]) => at === home).map(([, rule]) => rule),
      ),
    ),
    section('red flags', WRITTEN_RED_FLAG_RULES.map(redFlagCard)),
    driving(),
    gaps(),
    groups(new URL('../fhir/ValueSet/', import.meta.url)),
    attributes(),
    sourceList(),
  ].join('\n');
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>BackSafe: every rule, for review (${KNOWLEDGE_VERSION})</title><style>${css}</style></head><body><main>\n${body.replaceAll('<article', '\n<article')}\n</main></body></html>\n`;
}
