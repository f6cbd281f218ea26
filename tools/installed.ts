import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A hospital's web server as the README leaves it. */
export interface Installed {
  /** Folder of the release. */
  readonly release: string;
  /** Folder of `config.json` and the headers made from it. */
  readonly settings: string;
  /** The server's file for nginx. */
  readonly nginx: string;
}

/** Where the README puts things, and their place in a folder. Whoever follows it needs no other folder. */
const PLACES: Readonly<Record<string, string>> = {
  '/var/www/backsafe': 'release',
  '/etc/backsafe': 'settings',
  '/etc/nginx/conf.d': 'nginx',
};
const HEADING = '## Set it up at a site';
/** The release is there already; the certificate and the running server are another machine's. */
const ELSEWHERE = /^(?:npm ci|sudo nginx )/;

/** The commands of the README's page on installing: one list for each of its blocks. */
export function installCommands(readme: string): readonly (readonly string[])[] {
  const [, after = ''] = readme.split(`${HEADING}\n`);
  const [section = ''] = after.split('\n## ');
  return [...section.matchAll(/^ *```sh\n([^`]*)^ *```$/gm)].map(([, block = '']) =>
    block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
}

/**
 * Follows the README to the letter, with a folder in the place of the machine's root: its commands run in their order, and
 * between the first block and the second the administrator writes `config.json`.
 */
export function installByReadme(root: string, folder: string, config: unknown): Installed {
  mkdirSync(join(folder, 'nginx'));
  const here = (line: string): string =>
    Object.entries(PLACES).reduce((text, [path, name]) => text.replaceAll(path, join(folder, name)), line);
  const run = (commands: readonly string[]): void => {
    const lines = commands
      .filter((line) => !ELSEWHERE.test(line))
      .map((line) => here(line.replaceAll('sudo ', '')));
    execFileSync('sh', ['-ec', lines.join('\n')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const [place = [], ...others] = installCommands(readFileSync(join(root, 'README.md'), 'utf8'));
  run(place);
  writeFileSync(join(folder, 'settings', 'config.json'), JSON.stringify(config));
  others.forEach(run);
  return {
    release: join(folder, 'release'),
    settings: join(folder, 'settings'),
    nginx: join(folder, 'nginx', 'backsafe.conf'),
  };
}
