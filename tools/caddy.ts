import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Installed } from './installed';
import { runServer } from './web-server';

/** The program of a Debian Caddy; undefined when there is none. */
export function findCaddy(): string | undefined {
  return ['/usr/bin/caddy', process.env.CADDY_PATH ?? ''].find((path) => existsSync(path));
}

/** Without TLS: Caddy would ask for certificates of its own. Each of these stands in `deploy/Caddyfile` once or more. */
const changes = (port: number, { release, settings }: Installed): readonly (readonly [string, string])[] => [
  ['auto_https disable_redirects', 'auto_https off'],
  ['backsafe.example.org {', `http://127.0.0.1:${port} {`],
  ['/var/www/backsafe', release],
  ['/etc/backsafe', settings],
];

/**
 * Runs `deploy/Caddyfile` on a port of this machine, for what the README installed and `headers.caddy` beside `config.json`.
 * @throws when Caddy refuses the file or does not start
 */
export async function startCaddy(program: string, caddyfile: string, port: number, installed: Installed) {
  const folder = mkdtempSync(join(tmpdir(), 'backsafe-caddy-'));
  const file = join(folder, 'Caddyfile');
  const text = changes(port, installed).reduce(
    (before, [from, to]) => {
      if (!before.includes(from)) throw new Error(`deploy/Caddyfile has no "${from}"`);
      return before.replaceAll(from, to);
    },
    readFileSync(caddyfile, 'utf8'),
  );
  writeFileSync(file, text);
  const { close } = await runServer(program, ['run', '--config', file, '--adapter', 'caddyfile'], {
    port,
    folder,
    env: { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
  });
  return { origin: `http://127.0.0.1:${port}`, close };
}
