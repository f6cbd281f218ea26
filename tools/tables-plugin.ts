import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Tables } from '../src/terminology/tables';
import { compileTables } from './compile-tables';

const VIRTUAL = 'virtual:terminology-tables';
/** Rollup convention: a NUL keeps other plugins from treating the id as a file. */
const RESOLVED = `\0${VIRTUAL}`;
const PARTS = [`${VIRTUAL}/names`, `${VIRTUAL}/codes`] as const;
const NAME_FIELDS: readonly (keyof Tables)[] = ['ingredients', 'ingredientCodes', 'names', 'nameMeanings'];
const SOURCES = /[\\/](fhir[\\/]ValueSet|src[\\/]terminology[\\/]data)[\\/][^\\/]+\.json$/;

/**
 * Serves the compiled terminology tables as the module `virtual:terminology-tables`, for the app (Vite) and
 * the tests (Vitest). Nothing is written to disk; a changed ValueSet reloads the page.
 * Names and codes are two chunks of their own, which the browser fetches beside the review.
 */
export function tablesPlugin(rootDir = fileURLToPath(new URL('..', import.meta.url))): Plugin {
  let compiled: Tables | undefined;
  const tables = (): Tables => (compiled ??= compileTables(rootDir));
  return {
    name: 'backsafe:terminology-tables',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'terminology-names', test: /terminology-tables\/names/ },
                { name: 'terminology-codes', test: /terminology-tables\/codes/ },
              ],
            },
          },
        },
      },
    }),
    resolveId: (id) => (id === VIRTUAL || PARTS.some((part) => part === id) ? `\0${id}` : undefined),
    load(id) {
      if (id === RESOLVED)
        return PARTS.map((part, at) => `import part${at} from '${part}';`)
          .join('\n')
          .concat('\nexport default { ...part0, ...part1 };');
      const part = PARTS.find((known) => id === `\0${known}`);
      if (part === undefined) return undefined;
      const wanted = part === PARTS[0];
      const fields = Object.entries(tables()).filter(
        ([field]) => NAME_FIELDS.some((name) => name === field) === wanted,
      );
      // JSON.parse of one string is faster to start than a large object literal: https://v8.dev/blog/cost-of-javascript-2019#json
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(fields)))});`;
    },
    configureServer(server) {
      server.watcher.on('all', (_event, file) => {
        if (!SOURCES.test(file)) return;
        compiled = undefined;
        for (const id of [RESOLVED, ...PARTS.map((part) => `\0${part}`)]) {
          const module = server.moduleGraph.getModuleById(id);
          if (module !== undefined) server.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
