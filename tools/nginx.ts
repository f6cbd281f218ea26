import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Installed } from './installed';
import { runServer } from './web-server';

const OPENSSL = '/usr/bin/openssl';
const MIME_TYPES = '/etc/nginx/mime.types';

/** The program of a Debian nginx and of openssl; undefined when one is not installed here. */
export function findNginx(): string | undefined {
  const program = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path));
  return existsSync(MIME_TYPES) && existsSync(OPENSSL) ? program : undefined;
}

export interface Nginx {
  readonly origin: string;
  /** What it wrote to its access log so far. */
  readonly log: () => string;
  readonly close: () => Promise<void>;
}

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate for this machine that nobody signed. */
export function selfSigned(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'backsafe-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  try {
    execFileSync(
      OPENSSL,
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
        ...['-subj', '/CN=127.0.0.1', '-keyout', key, '-out', cert],
      ],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Runs an installed `nginx.conf` on a free port of this machine over TLS, with what it writes in a folder of its own. Only the
 * lines marked "site" are changed, each to the same directive with the address of this test.
 * @throws when nginx refuses the file or does not start
 */
export async function startNginx(
  program: string,
  port: number,
  installed: Installed,
  certificate: Certificate,
): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'backsafe-nginx-'));
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('certificate.pem'), certificate.cert);
  writeFileSync(at('key.pem'), certificate.key);
  const server = withSite(readFileSync(installed.nginx, 'utf8'), {
    listen: `127.0.0.1:${port} ssl`,
    server_name: '127.0.0.1',
    ssl_certificate: at('certificate.pem'),
    ssl_certificate_key: at('key.pem'),
    root: installed.release,
    access_log: `${at('access.log')} backsafe`,
    include: join(installed.settings, 'headers.conf'),
    alias: join(installed.settings, 'config.json'),
  });
  writeFileSync(at('nginx.conf'), around(server, folder));
  const args = ['-p', folder, '-e', at('error.log'), '-c', at('nginx.conf')];
  const { close } = await runServer(program, args, {
    port,
    folder,
    log: () => (existsSync(at('error.log')) ? readFileSync(at('error.log'), 'utf8') : ''),
  });
  return {
    origin: `https://127.0.0.1:${port}`,
    log: () => readFileSync(at('access.log'), 'utf8'),
    close,
  };
}

/** The file with other values on the lines marked "site". Each has to be there once: else the test would run another file. */
function withSite(text: string, values: Readonly<Record<string, string>>): string {
  const left = new Set(Object.keys(values));
  const changed = text.replace(/^(\s*)(\w+) .*;\s*# site$/gm, (line, indent: string, directive: string) => {
    const value = values[directive];
    if (value === undefined || !left.delete(directive)) throw new Error(`deploy/nginx.conf: ${line.trim()}`);
    return `${indent}${directive} ${value};`;
  });
  if (left.size > 0) throw new Error(`deploy/nginx.conf has no site line for ${[...left].join(', ')}`);
  return changed;
}

/** The part of Debian's nginx.conf that the server needs, with every file in the folder of the test. */
function around(server: string, folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    // Its workers would otherwise be another user, who cannot read the test's folder.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    'worker_processes 1;',
    `pid ${folder}/nginx.pid;`,
    'events { worker_connections 128; }',
    'http {',
    `include ${MIME_TYPES};`,
    'default_type application/octet-stream;',
    ...temporary.map((name) => `${name}_temp_path ${folder}/${name};`),
    server,
    '}',
  ].join('\n');
}
