import './browser-globals';
import { describe, expect, it } from 'vitest';
import { dropOldLaunches } from '../../src/launch/sweep';
import { quirkBench } from './quirk-bench';
import { TOKEN } from './scripted-ehr';
import { Tab, signedIn } from './tab';

/** What launches leave in the storage of a tab, and for how long. */
const bench = quirkBench();
const HOUR = 3_600_000;

async function launches(count: number, tab: Tab, token: object = TOKEN) {
  const ehr = await bench.ehrWith({ token: () => ({ ...token }) });
  const query = { iss: ehr.fhirBase, launch: 'launch-1' };
  for (let made = 0; made < count; made += 1) await signedIn(tab, bench.origin(), query);
  return { ehr, query, own: [...tab.entries.keys()].at(-1) ?? '' };
}

describe('the storage of a tab', () => {
  it('keeps the launches of charts that may be open beside this one, and not those whose token is over', async () => {
    const tab = new Tab();
    const { own } = await launches(3, tab);
    dropOldLaunches(tab);
    expect(tab.entries.size).toBe(3);
    tab.later = 2 * HOUR;
    dropOldLaunches(tab);
    expect([...tab.entries.keys()]).toEqual([own]);
  });

  it('keeps a launch that can still renew its token, for half a day', async () => {
    const tab = new Tab();
    const { own } = await launches(2, tab, { ...TOKEN, refresh_token: 'r' });
    tab.later = 2 * HOUR;
    dropOldLaunches(tab);
    expect(tab.entries.size).toBe(2);
    tab.later = 13 * HOUR;
    dropOldLaunches(tab);
    expect([...tab.entries.keys()]).toEqual([own]);
  });

  it('does not grow with launches: the oldest go', async () => {
    const tab = new Tab();
    const { own } = await launches(14, tab);
    const keys = [...tab.entries.keys()];
    dropOldLaunches(tab);
    expect(tab.entries.size).toBeLessThanOrEqual(9);
    expect(tab.entries.has(own)).toBe(true);
    expect(tab.entries.has(keys[0] ?? '')).toBe(false);
  });

  it('drops what cannot be read and sign-ins that nobody ended, and touches nothing that is not ours', async () => {
    const tab = new Tab();
    const { ehr, own } = await launches(1, tab);
    const address = tab.address();
    await bench.launch(tab, ehr);
    tab.rewriteAddress(address);
    tab.entries.set('x'.repeat(43), '{"key":');
    tab.entries.set('ehr.setting', 'theirs');
    dropOldLaunches(tab);
    expect(tab.entries.size).toBe(3);
    tab.later = 1.1 * HOUR;
    dropOldLaunches(tab);
    expect([...tab.entries.keys()].sort()).toEqual(['ehr.setting', own].sort());
  });
});
