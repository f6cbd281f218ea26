/** `npm run review`: tools/review-files.ts in a process of its own. */
import { createTerminology } from '../src/terminology/recogniser';
import { compileTables } from './compile-tables';
import { reviewFiles } from './review-files';

process.exitCode = reviewFiles(process.argv.slice(2), {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  terminology: () => createTerminology(compileTables(new URL('..', import.meta.url).pathname)),
});
