import type { Chart } from './charts';
import { ageOn } from './days';
import { OLD_VERSIONS, SECTIONS, SECTION_FAULTS, SIGN_IN_FAULTS } from './faults';
import type { Faults } from './faults';
import { FRAMES, sandboxAttribute } from './frames';
import { EHR_NAMES, personalityOf } from './personalities';
import { jsonOf, jsonsOf, textOf } from './json';
import type { Json } from './json';

/** The pages of the sandbox EHR: plain HTML without a script, so that they work under the strictest policy. */

/** The patient list. `today` is YYYY-MM-DD. */
export function listPage(charts: readonly Chart[], today: string): string {
  const rows = [...charts].sort((a, b) => listName(a.patient).localeCompare(listName(b.patient)));
  return page(
    'Patients',
    `<main class="sheet">
<div class="title"><h1>Patients</h1><p>${rows.length} charts, dated to ${longDate(today)}</p></div>
<table class="people">
<thead><tr><th scope="col">Name</th><th scope="col">Age</th><th scope="col">Sex</th><th scope="col">Born</th><th scope="col">What this chart shows</th></tr></thead>
<tbody>
${rows.map((chart) => listRow(chart, today)).join('\n')}
</tbody>
</table>
</main>`,
  );
}

function listRow({ id, patient, story }: Chart, today: string): string {
  const born = textOf(patient.birthDate);
  return `<tr><th scope="row"><a href="/ehr/chart/${encodeURIComponent(id)}">${safe(listName(patient))}</a></th><td class="age">${ageOn(born, today)}</td><td class="sex">${safe(sexOf(patient))}</td><td class="born">${safe(shortDate(born))}</td><td class="story">${safe(story)}</td></tr>`;
}

/** One chart with its problems, medicines and allergies, and the button that opens the app. */
export function chartPage(chart: Chart, today: string): string {
  const of = (type: string): readonly Json[] =>
    chart.resources.filter(({ resourceType }) => resourceType === type);
  return page(
    listName(chart.patient),
    `${banner(chart, today)}
<main class="chart">
<div class="lists">
${problems(of('Condition'))}
${medicines(of('MedicationRequest'), of('Medication'))}
${allergies(of('AllergyIntolerance'))}
</div>
${launcher(chart)}
</main>`,
  );
}

/** The chart with the app in its frame. `address` is the launch address of the app, whose page brings the main landmark. */
export function framePage(chart: Chart, today: string, address: string, faults: Faults): string {
  return page(
    `BackSafe, ${listName(chart.patient)}`,
    `${banner(chart, today, `<a class="close" href="/ehr/chart/${encodeURIComponent(chart.id)}">Close BackSafe</a>`)}
<div class="framed"><iframe name="backsafe" title="BackSafe"${sandboxAttribute(faults.frame)} src="${safe(address)}"></iframe></div>`,
    'with-app',
  );
}

/** The sign-in page of a launch that no chart began: the user picks the patient. */
export function pickPage(charts: readonly Chart[], address: (id: string) => string): string {
  const rows = [...charts].sort((a, b) => listName(a.patient).localeCompare(listName(b.patient)));
  return page(
    'Pick a patient',
    `<main class="sheet"><h1>BackSafe asks for one patient</h1><ul>
${rows.map((chart) => `<li><a href="${safe(address(chart.id))}">${safe(listName(chart.patient))}</a></li>`).join('\n')}
</ul></main>`,
  );
}

export function missingPage(): string {
  return page(
    'Not found',
    '<main class="sheet"><h1>Not found</h1><p>This page is not here, or its launch has expired. <a href="/ehr/">Go to the patient list</a></p></main>',
  );
}

function page(title: string, body: string, look = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${safe(title)} · Sandbox EHR</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/ehr/style.css">
</head>
<body${look === '' ? '' : ` class="${look}"`}>
<header class="top"><a class="home" href="/ehr/">Sandbox EHR</a><p>Synthetic patients. No real person is on file.</p><p class="who">Alex Hartmann, MD</p></header>
${body}
</body>
</html>
`;
}

function banner({ id, patient, resources }: Chart, today: string, action = ''): string {
  const born = textOf(patient.birthDate);
  const allergyNames = resources
    .filter(({ resourceType }) => resourceType === 'AllergyIntolerance')
    .map(({ code }) => nameOf(code));
  const mrn = textOf(jsonsOf(patient.identifier)[0]?.value);
  const languages = jsonsOf(patient.communication).map(({ language }) => nameOf(language));
  const facts: readonly (readonly [string, string])[] = [
    ['Born', `${shortDate(born)} (${ageOn(born, today)} y)`],
    ['Sex', sexOf(patient)],
    ['MRN', mrn],
    ['Language', languages.join(', ')],
    ['Allergies', allergyNames.join(', ') || 'None recorded'],
  ];
  return `<section class="banner" aria-label="Patient banner" data-patient="${safe(id)}"><h1>${safe(listName(patient))}</h1><dl>${facts
    .map(([term, value]) => `<div><dt>${term}</dt><dd>${safe(value)}</dd></div>`)
    .join('')}</dl>${action}</section>`;
}

function launcher(chart: Chart): string {
  const options = (table: Readonly<Record<string, string>>): string =>
    ['<option value="">Normal</option>']
      .concat(Object.entries(table).map(([value, label]) => `<option value="${value}">${label}</option>`))
      .join('');
  const select = (name: string, label: string, choices: string): string =>
    `<div class="pick"><label for="${name}">${label}</label><select id="${name}" name="${name}">${choices}</select></div>`;
  const ehrOptions = (): string =>
    EHR_NAMES.map((name) => `<option value="${name}">${safe(personalityOf(name).label)}</option>`).join('');
  const pick = (name: string, label: string, table: Readonly<Record<string, string>>): string =>
    select(name, label, options(table));
  return `<aside class="launcher" aria-label="Apps">
<h2>BackSafe</h2>
<p>Muscle relaxant cautions, back pain red flags and a handout for this patient.</p>
<form method="post" action="/ehr/launch">
<input type="hidden" name="patient" value="${safe(chart.id)}">
<button class="main" name="target" value="frame">Open BackSafe</button>
<button name="target" value="tab" formtarget="_blank">Open in a tab</button>
${select('ehr', 'EHR', ehrOptions())}
<details><summary>Make something go wrong</summary>
<p>Applies to the next launch only.</p>
${pick('sign-in', 'Sign-in', SIGN_IN_FAULTS)}
${SECTIONS.map((section) => pick(section, section, SECTION_FAULTS)).join('\n')}
${pick('pages', 'Search pages', { small: 'Two entries a page' })}
${pick('fhir-version', 'FHIR version of the plain EHR', labels(OLD_VERSIONS))}
${pick('frame', 'Frame', labels(FRAMES))}
</details>
</form>
<h3>What this chart shows</h3>
<p>${safe(chart.story)}</p>
</aside>`;
}

const labels = (
  table: Readonly<Record<string, { readonly label: string }>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(table).map(([name, { label }]) => [name, label]));

function problems(conditions: readonly Json[]): string {
  const rows = conditions.map((condition) => [
    strong(nameOf(condition.code)),
    statusOf(condition),
    safe(shortDate(textOf(condition.onsetDateTime) || textOf(condition.recordedDate))),
  ]);
  return list('Problems and diagnoses', ['Problem', 'Status', 'Since'], rows);
}

function medicines(orders: readonly Json[], catalog: readonly Json[]): string {
  const rows = orders.map((order) => [
    `${strong(medicineOf(order, catalog))}<span>${safe(textOf(jsonsOf(order.dosageInstruction)[0]?.text))}</span>`,
    safe(textOf(order.status).replace(/-/g, ' ')),
    safe(shortDate(textOf(order.authoredOn))),
  ]);
  return list('Medicines', ['Order', 'Status', 'Ordered'], rows);
}

function allergies(entries: readonly Json[]): string {
  const rows = entries.map((entry) => [
    strong(nameOf(entry.code)),
    statusOf(entry),
    safe(shortDate(textOf(entry.recordedDate))),
  ]);
  return list('Allergies', ['Substance', 'Status', 'Recorded'], rows);
}

function list(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;
  return `<section><h2>${title} <small>${rows.length}</small></h2>${rows.length === 0 ? '<p class="none">Nothing recorded</p>' : table}</section>`;
}

function medicineOf(order: Json, catalog: readonly Json[]): string {
  if (order.medicationCodeableConcept !== undefined) return nameOf(order.medicationCodeableConcept);
  const reference = jsonOf(order.medicationReference);
  const id = textOf(reference.reference).replace(/^(#|Medication\/)/, '');
  const found = [...jsonsOf(order.contained), ...catalog].find((medicine) => medicine.id === id);
  return textOf(reference.display) || nameOf(found?.code);
}

/** The clinical status; the verification status instead when the entry is not held to be true. */
function statusOf(entry: Json): string {
  const verification = textOf(jsonsOf(jsonOf(entry.verificationStatus).coding)[0]?.display);
  const clinical = textOf(jsonsOf(jsonOf(entry.clinicalStatus).coding)[0]?.display);
  return safe(['', 'Confirmed'].includes(verification) ? clinical : verification);
}

function nameOf(concept: unknown): string {
  const { text, coding } = jsonOf(concept);
  return textOf(text) || textOf(jsonsOf(coding)[0]?.display);
}

function listName(patient: Json): string {
  const [name] = jsonsOf(patient.name);
  const given: readonly unknown[] = Array.isArray(name?.given) ? name.given : [];
  return `${textOf(name?.family)}, ${given.map(textOf).join(' ')}`;
}

function sexOf(patient: Json): string {
  const sex = textOf(patient.gender);
  return sex.charAt(0).toUpperCase() + sex.slice(1);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Nov 20, 2026", "Nov 2026" or "2026", as much as the record says. */
function shortDate(date: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const word = MONTHS[Number(month) - 1];
  if (word === undefined) return year;
  return day === '' ? `${word} ${year}` : `${word} ${Number(day)}, ${year}`;
}

function longDate(date: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(date));
}

function strong(text: string): string {
  return `<strong>${safe(text)}</strong>`;
}

function safe(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
