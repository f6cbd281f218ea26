import type { Connect, Plugin, PreviewServer, ViteDevServer } from 'vite';
import { jsonAnswer } from './answers';
import { sandboxConfig } from './config';
import { createSandbox } from './core';
import { answerNode } from './node-http';
import { loadSamples } from './samples';

/**
 * Puts the sandbox EHR beside the app in `vite` and `vite preview`: `/ehr/` and a `/config.json` that names it.
 * It does not take part in a build, so nothing of it reaches `dist/`.
 */
export function sandboxPlugin(): Plugin {
  const serve = (server: ViteDevServer | PreviewServer): void => {
    server.middlewares.use(middleware());
    const printUrls = server.printUrls.bind(server);
    server.printUrls = () => {
      printUrls();
      for (const address of server.resolvedUrls?.local ?? [])
        server.config.logger.info(`  ➜  Sandbox EHR, start here: ${address}ehr/`);
    };
  };
  return {
    name: 'backsafe:sandbox',
    apply: 'serve',
    configureServer: serve,
    configurePreviewServer: serve,
  };
}

function middleware(): Connect.NextHandleFunction {
  const sandbox = createSandbox({ patients: loadSamples() });
  const handle = async (request: Request): Promise<Response | undefined> => {
    const { pathname, origin } = new URL(request.url);
    return pathname === '/config.json' ? jsonAnswer(sandboxConfig(origin)) : sandbox.handle(request);
  };
  return (incoming, outgoing, next) => {
    const path = incoming.originalUrl ?? incoming.url ?? '/';
    if (!/^\/(ehr(\/|\?|$)|config\.json(\?|$))/.test(path)) {
      next();
      return;
    }
    answerNode(handle, incoming, outgoing, path).then((answered) => {
      if (!answered) next();
    }, next);
  };
}
