import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { sandboxConfig } from '../src/sandbox/config';
import { createSandbox } from '../src/sandbox/core';
import { answerNode } from '../src/sandbox/node-http';
import { loadSamples } from '../src/sandbox/samples';
import { largeChart } from './large-chart';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/** The app and the sandbox on one port; assets compressed and kept by the browser as `deploy/nginx.conf` lets it. */
export async function serveBuilt() {
  const patients = [...loadSamples(), largeChart(2_000, 'rows-2000'), largeChart(10_000, 'rows-10000')];
  const sandbox = createSandbox({ patients });
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing);
  });
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
    if (await answerNode(sandbox.handle, incoming, outgoing, incoming.url ?? '/')) return;
    const { port } = server.address() as AddressInfo;
    if (pathname === '/config.json')
      outgoing
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify(sandboxConfig(`http://127.0.0.1:${port}`)));
    else answerFile(pathname, outgoing);
  };
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

function answerFile(pathname: string, outgoing: ServerResponse): void {
  try {
    const body = gzipSync(readFileSync(join(DIST, pathname)));
    outgoing.writeHead(200, {
      'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
    });
    outgoing.end(body);
  } catch {
    outgoing.writeHead(404).end();
  }
}
