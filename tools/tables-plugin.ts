import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { compileTables } from './compile-tables';

const VIRTUAL = 'virtual:terminology-tables';
/** Rollup convention: a NUL keeps other plugins from treating the id as a file. */
const RESOLVED = `\0${VIRTUAL}`;
const SOURCES = /[\\/](fhir[\\/]ValueSet|src[\\/]terminology[\\/]data)[\\/][^\\/]+\.json$/;

/**
 * Serves the compiled terminology tables as the module `virtual:terminology-tables`, for the app (Vite) and
 * the tests (Vitest). Nothing is written to disk; a changed ValueSet reloads the page.
 */
export function tablesPlugin(rootDir = fileURLToPath(new URL('..', import.meta.url))): Plugin {
  return {
    name: 'backsafe:terminology-tables',
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      // JSON.parse of one string is faster to start than a large object literal: https://v8.dev/blog/cost-of-javascript-2019#json
      const json = JSON.stringify(compileTables(rootDir));
      return `export default JSON.parse(${JSON.stringify(json)});`;
    },
    configureServer(server) {
      server.watcher.on('all', (_event, file) => {
        if (!SOURCES.test(file)) return;
        const module = server.moduleGraph.getModuleById(RESOLVED);
        if (module !== undefined) server.moduleGraph.invalidateModule(module);
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
