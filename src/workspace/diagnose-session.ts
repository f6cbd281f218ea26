import type { Chart, SectionReport } from '../chart/types';
import { SECTIONS } from '../chart/types';
import { diagnoseSites } from '../launch/diagnosis';
import { showReport } from '../launch/diagnosis-view';
import { otherVersion } from '../launch/older-server';
import type { Page } from '../launch/page';
import type { Session } from '../launch/types';
import { readProblemOf } from './read-problem';

/**
 * What this launch brought, for an administrator: scopes, context, a state for each section of the chart. No name, no id,
 * no entry and no number of entries. Never rejects.
 */
export async function diagnoseSession(
  session: Session,
  read: () => Promise<Chart>,
): Promise<readonly string[]> {
  const { askedScopes, grantedScopes } = session;
  const refused = askedScopes.filter((scope) => !grantedScopes.includes(scope));
  const yes = (value: boolean): string => (value ? 'yes' : 'no');
  const launch = [
    `Launch at ${session.fhirBase}: worked`,
    `  Patient in context: yes; visit in context: ${yes(session.encounterId !== undefined)}`,
    `  User named: ${yes(session.userName !== undefined)}; the EHR wants a patient banner: ${yes(session.needPatientBanner)}`,
    `  Scopes granted: ${grantedScopes.join(' ') || 'NONE'}`,
    `  Asked for and not granted in these words: ${refused.join(' ') || 'none'}`,
    `  Renewal of the token: ${(await session.refresh()) ? 'works' : 'not possible; the session lasts as long as its token'}`,
  ];
  const version = await otherVersion(session.fhirBase);
  if (version !== undefined)
    return [...launch, `Chart: NOT READ. FHIR version ${version}, and BackSafe reads R4 only`];
  const start = performance.now();
  try {
    const chart = await read();
    const reports: readonly (readonly [string, SectionReport])[] = [
      ...SECTIONS.map((section) => [section, chart.sections[section]] as const),
      ['MedicationRequest of the last 13 months', chart.medicationHistory],
    ];
    return [
      ...launch,
      `Chart read in ${Math.round(performance.now() - start)} ms`,
      ...reports.flatMap(([name, { status, gaps }]) => [
        `  ${name}: ${status === 'complete' ? status : status.toUpperCase()}`,
        ...gaps.map((gap) => `    ${withoutQuotes(gap)}`),
      ]),
      ...(chart.foreignEntries === 0 ? [] : ['  ENTRIES OF ANOTHER PATIENT came with the answers.']),
    ];
  } catch (problem) {
    return [...launch, `Chart: NOT READ. ${withoutQuotes(readProblemOf(problem).text)}`];
  }
}

/** The EHR's own words could name somebody. */
const withoutQuotes = (sentence: string): string => sentence.replace(/"[^"]*"/g, '"…"');

/** The page an administrator sees in place of the review. */
export async function showSessionDiagnosis(
  root: HTMLElement,
  page: Page,
  session: Session,
  read: () => Promise<Chart>,
): Promise<void> {
  const launch = await diagnoseSession(session, read);
  const sites = await diagnoseSites(page);
  await session.end();
  showReport(
    root,
    'What works here',
    'For the person who installs BackSafe. No patient’s name, number or entry stands here. The session has been ended.',
    [...launch, '', ...sites],
  );
}
