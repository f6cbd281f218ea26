import { afterAll, afterEach, beforeAll } from 'vitest';
import type { LaunchProblem, Session, Site } from '../../src/launch/types';
import type { Served } from './serve';
import { startScriptedEhr } from './scripted-ehr';
import type { Script, ScriptedEhr } from './scripted-ehr';
import { Tab, problemOf, serveApp, siteFor, signedIn } from './tab';

/** The app and one scripted EHR at a time, each on its own loopback port; both are gone after the test. */
export function quirkBench() {
  let app: Served | undefined;
  let sites: Site[] = [];
  let open: ScriptedEhr[] = [];

  beforeAll(async () => {
    app = await serveApp(() => sites);
  });
  afterEach(async () => {
    await Promise.all(open.map((ehr) => ehr.close()));
    open = [];
  });
  afterAll(() => app?.close());

  async function ehrWith(script: Script, site: Partial<Site> = {}): Promise<ScriptedEhr> {
    const ehr = await startScriptedEhr(script);
    open.push(ehr);
    sites = [siteFor(ehr.fhirBase, site)];
    return ehr;
  }

  const origin = (): string => app?.origin ?? '';
  const queryFor = (ehr: ScriptedEhr) => ({ iss: ehr.fhirBase, launch: 'launch-1' });
  const launch = (tab: Tab, ehr: ScriptedEhr) => tab.launch(origin(), queryFor(ehr));

  async function sessionWith(
    script: Script,
    tab = new Tab(),
  ): Promise<{ ehr: ScriptedEhr; tab: Tab; session: Session }> {
    const ehr = await ehrWith(script);
    return { ehr, tab, session: await signedIn(tab, origin(), queryFor(ehr)) };
  }

  /** The problem in which a launch ends, on whichever of the two pages. */
  async function problemWith(
    script: Script,
    site: Partial<Site> = {},
    tab = new Tab(),
  ): Promise<{ ehr: ScriptedEhr; tab: Tab; problem: LaunchProblem }> {
    const ehr = await ehrWith(script, site);
    const left = await launch(tab, ehr);
    const problem = typeof left === 'string' ? problemOf(await tab.open(await tab.follow(left))) : left;
    return { ehr, tab, problem };
  }

  return { origin, ehrWith, launch, sessionWith, problemWith };
}
