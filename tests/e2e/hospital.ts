import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sandboxConfig } from '../../src/sandbox/config';
import { createSandbox } from '../../src/sandbox/core';
import { FOREIGN_HOST } from '../../src/sandbox/faults';
import { answerNode } from '../../src/sandbox/node-http';
import { loadSamples } from '../../src/sandbox/samples';
import { headerPolicy } from '../../tools/policy-plugin';
import { test as base } from './support';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Browser tests at a hospital of the worker's own. `openChart` and what builds on it begin at its EHR. */
export const test = base.extend<
  object,
  { readonly hospital: Hospital; readonly hostile: readonly unknown[] }
>({
  /** Charts of the EHR beside the samples. */
  hostile: [[], { option: true, scope: 'worker' }],
  hospital: [
    async ({ hostile }, use) => {
      const hospital = await openHospital(hostile);
      await use(hospital);
      await hospital.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ hospital }, use) => {
    await use(hospital.ehr);
  },
  origins: async ({ hospital }, use) => {
    await use([hospital.app, hospital.ehr]);
  },
});

/**
 * Playwright's own list of disabled features, which this one replaces, takes partitioned storage away: a frame of another site then
 * has no storage at all.
 */
export const PARTITIONED = '--disable-features=Translate';

/** The built app and an EHR as at a hospital: two origins which for a browser are two sites, the app with its response headers. */
interface Hospital {
  /** Origin of the app. */
  readonly app: string;
  /** Origin of the EHR. */
  readonly ehr: string;
  readonly close: () => Promise<void>;
}

async function openHospital(hostile: readonly unknown[]): Promise<Hospital> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      outgoing.writeHead(500).end(String(error));
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // One server under two names.
  const app = `http://127.0.0.1:${port}`;
  const ehr = `http://localhost:${port}`;
  const sandbox = createSandbox({ patients: [...loadSamples(), ...hostile], apps: [`${app}/`] });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { host, pathname } = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? ''}`);
    if (host === new URL(app).host) {
      await answerFile(pathname, outgoing);
      return;
    }
    if (!(await answerNode(sandbox.handle, incoming, outgoing, incoming.url ?? '/')))
      outgoing.writeHead(404).end();
  }

  async function answerFile(pathname: string, outgoing: ServerResponse): Promise<void> {
    // The policy lets requests to a stranger through: what stops them in these tests is the app alone.
    outgoing.setHeader('Content-Security-Policy', headerPolicy([ehr, FOREIGN_HOST], [ehr]));
    outgoing.setHeader('Referrer-Policy', 'no-referrer');
    outgoing.setHeader('X-Content-Type-Options', 'nosniff');
    if (pathname === '/config.json') {
      outgoing.setHeader('content-type', 'application/json').end(JSON.stringify(sandboxConfig(ehr)));
      return;
    }
    const type = TYPES[extname(pathname)];
    const file = await readFile(join(DIST, pathname)).catch(() => undefined);
    if (type === undefined || file === undefined) {
      outgoing.writeHead(404).end();
      return;
    }
    outgoing.setHeader('content-type', type);
    outgoing.setHeader('cache-control', type === 'text/html' ? 'no-store' : 'public, max-age=3600');
    // The pages themselves allow https EHRs only, and this one has no certificate; the header is narrower anyway.
    outgoing.end(
      type === 'text/html' ? file.toString('utf8').replace(/<meta http-equiv="Content-Sec[^>]*>/, '') : file,
    );
  }

  return {
    app,
    ehr,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
