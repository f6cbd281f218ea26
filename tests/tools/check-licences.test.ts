import { describe, expect, it } from 'vitest';
import { checkLicences, lockedPackages, readLockfile } from '../../tools/check-licences';

const lock = (packages: Readonly<Record<string, unknown>>) =>
  checkLicences(lockedPackages({ packages: { '': { license: 'Apache-2.0' }, ...packages } }));

describe('the licences of the lockfile', () => {
  it('are all agreed on, for what ships and for the tools', () => {
    const packages = lockedPackages(
      readLockfile(new URL('../../package-lock.json', import.meta.url).pathname),
    );
    expect(packages.size).toBeGreaterThan(100);
    expect([...packages.values()].some(({ toolOnly }) => !toolOnly)).toBe(true);
    expect(checkLicences(packages)).toEqual([]);
  });

  it('may be weak copyleft for a tool, not for a part of the app', () => {
    expect(lock({ 'node_modules/a': { license: 'MPL-2.0', dev: true } })).toEqual([]);
    expect(lock({ 'node_modules/a': { license: 'MPL-2.0' } })).toEqual([
      'node_modules/a: the licence MPL-2.0 is not agreed on for part of the app',
    ]);
  });

  it('have to be stated, and a copyleft one is named', () => {
    expect(lock({ 'node_modules/a': {}, 'node_modules/b': { license: 'GPL-3.0', dev: true } })).toEqual([
      'node_modules/a: the licence (none stated) is not agreed on for part of the app',
      'node_modules/b: the licence GPL-3.0 is not agreed on for a tool',
    ]);
  });

  it('are not said to be fine when nothing was read', () => {
    expect(checkLicences(lockedPackages({}))).toEqual(['the lockfile names no package']);
  });
});
