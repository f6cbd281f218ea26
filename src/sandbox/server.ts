import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox } from './core';
import type { SandboxOptions } from './core';
import { answerNode } from './node-http';
import { loadSamples } from './samples';

export interface SandboxServer {
  /** Where it listens, for example `http://127.0.0.1:40123`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/**
 * The sandbox on a port of its own at 127.0.0.1: for the app it is then an EHR on another origin.
 * Port 0, the default, takes any free one. Without `patients` it serves the project's samples.
 */
export async function startSandboxServer(
  options: Partial<SandboxOptions> & { readonly port?: number } = {},
): Promise<SandboxServer> {
  const sandbox = createSandbox({ ...options, patients: options.patients ?? loadSamples() });
  const server = createServer((incoming, outgoing) => {
    answerNode(sandbox.handle, incoming, outgoing, incoming.url ?? '/').then(
      (answered) => {
        if (!answered) outgoing.writeHead(404).end();
      },
      (error: unknown) => {
        outgoing.writeHead(500).end(String(error));
      },
    );
  });
  // The default of 5 s closes a connection just as a slow client uses it again.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
      }),
  };
}
