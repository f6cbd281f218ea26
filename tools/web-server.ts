import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface WebServer {
  readonly port: number;
  /** Everything that it writes; deleted when it is closed. */
  readonly folder: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The program's own log, beside what it says on standard error. */
  readonly log?: () => string;
}

/**
 * Runs a web server's program until it is closed.
 * @throws what the program said, when it ends at once or nothing listens within a minute
 */
export async function runServer(
  program: string,
  args: readonly string[],
  { port, folder, env, log = () => '' }: WebServer,
): Promise<{ readonly close: () => Promise<void> }> {
  const running = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: env ?? process.env });
  let said = '';
  running.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
  const close = async (): Promise<void> => {
    running.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  if (!(await listens(port, () => running.exitCode !== null))) {
    const why = `${said}${log()}`;
    await close();
    throw new Error(`${program} did not start: ${why}`);
  }
  return { close };
}

/** Waits until the port answers; false when the program ended before or a minute passed. */
async function listens(port: number, over: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 600 && !over(); tries += 1) {
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answered) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
