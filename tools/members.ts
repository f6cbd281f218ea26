/** Prints what changed in the groups of codes: `npm run --silent members -- BEFORE [AFTER]`, each a git ref or a folder. */
import { diffOf, readFolder } from './value-set-diff';

const [before, after = 'fhir/ValueSet'] = process.argv.slice(2);
if (before === undefined) {
  process.stderr.write(
    'Usage: npm run --silent members -- BEFORE [AFTER]   (git refs or folders; AFTER is the working tree)\n',
  );
  process.exit(2);
}
process.stdout.write(`${diffOf(readFolder(before), readFolder(after)).join('\n')}\n`);
