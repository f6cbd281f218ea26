import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Puts LICENSE and NOTICE beside the pages: the code systems inside the bundle may be passed on only with their notices. */
export function noticePlugin(): Plugin {
  return {
    name: 'backsafe:notice',
    apply: 'build',
    generateBundle() {
      for (const name of ['LICENSE', 'NOTICE'])
        this.emitFile({
          type: 'asset',
          fileName: `${name}.txt`,
          source: readFileSync(new URL(`../${name}`, import.meta.url)),
        });
    },
  };
}
