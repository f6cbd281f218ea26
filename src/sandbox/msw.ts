import { http, passthrough } from 'msw';
import type { HttpHandler } from 'msw';
import { createSandbox } from './core';
import type { SandboxOptions } from './core';

/** The sandbox at an origin of your choice inside one test process: handlers for `setupServer` of msw/node. */
export function sandboxHandlers(origin: string, options: SandboxOptions): readonly HttpHandler[] {
  const { handle } = createSandbox(options);
  return [http.all(`${origin}/ehr/*`, async ({ request }) => (await handle(request)) ?? passthrough())];
}
