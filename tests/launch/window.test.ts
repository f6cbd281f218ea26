import './browser-globals';
import { describe, expect, it } from 'vitest';
import { retryHelps } from '../../src/launch/problems';
import { completeLaunch } from '../../src/launch/session';
import { startLaunch } from '../../src/launch/launch';
import type { Page } from '../../src/launch/page';
import { serve } from './serve';
import { Tab, problemOf } from './tab';

/** Windows in which no launch can run. */
const blocked = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};
const forgetful = () => ({
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
  key: () => null,
  length: 0,
});

function at(address: string, changed: Partial<Page> = {}): Page {
  const { leaveFor, rewriteAddress, storage, now } = new Tab();
  return {
    address: () => address,
    leaveFor,
    rewriteAddress,
    storage,
    now,
    secure: true,
    framed: true,
    ...changed,
  };
}
const LAUNCH = 'https://app.example.org/launch.html?iss=https%3A%2F%2Fehr.example.org&launch=1';
const INDEX = 'https://app.example.org/index.html?state=1&code=2';

describe('both pages', () => {
  it.each<[string, Partial<Page>, string]>([
    ['blocks storage', { storage: blocked }, 'storage-blocked'],
    ['forgets what is stored', { storage: forgetful }, 'storage-blocked'],
    ['is not secure', { secure: false }, 'not-secure'],
  ])('stop before any request in a window that %s', async (_name, changed, code) => {
    expect(await startLaunch(at(LAUNCH, changed))).toMatchObject({ code });
    expect(problemOf(await completeLaunch(at(INDEX, changed))).code).toBe(code);
  });

  it('advise a window of its own in a frame, and other settings outside one', async () => {
    const framed = await startLaunch(at(LAUNCH, { storage: blocked }));
    const alone = await startLaunch(at(LAUNCH, { storage: blocked, framed: false }));
    expect(framed?.next).toContain('own window');
    expect(alone?.next).toContain('Allow cookies');
  });
});

describe('an app without settings', () => {
  it('says that it is not set up, why, and that another try may help', async () => {
    const server = await serve(() => undefined);
    const problem = await startLaunch(at(`${server.origin}/launch.html?iss=https%3A%2F%2Fe&launch=1`));
    await server.close();
    expect(problem).toMatchObject({ code: 'not-configured', title: 'BackSafe is not set up yet' });
    expect(problem?.details).toEqual(['config.json is missing']);
    expect(problem !== undefined && retryHelps(problem)).toBe(true);
  });
});
