/** `npm run check`: the longer and tool-dependent checks. Prints every figure; exit code 1 when one is broken. */
import { build } from 'vite';
import { checkBuild } from './check-build';
import { checkSizes } from './check-sizes';
import { checkSnomed } from './check-snomed';

const root = new URL('..', import.meta.url).pathname;
const problems: string[] = [];

/** Builds what ships and returns the ids of the modules it was made of. */
async function buildApp(): Promise<readonly string[]> {
  const built = await build({ root, configLoader: 'runner', logLevel: 'warn' });
  return [built]
    .flat()
    .flatMap((part) =>
      'output' in part ? part.output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : [])) : [],
    );
}

const modules = await buildApp();
const shipped = checkBuild(`${root}dist`, modules, `${root}fhir/samples`);
process.stdout.write(
  `\nRelease: ${modules.length} modules, nothing of the sandbox: ${shipped.length === 0}\n`,
);
problems.push(...shipped);

const sizes = checkSizes(`${root}dist`);
process.stdout.write(`\nSizes, gzip\n${sizes.lines.join('\n')}\n`);
problems.push(...sizes.broken);

const snomed = checkSnomed(`${root}fhir/ValueSet`);
process.stdout.write(`\nSNOMED CT: ${snomed.checked} codes looked up in the Global Patient Set\n`);
problems.push(...snomed.wrong);
if (snomed.checked === 0) problems.push('no SNOMED CT code was looked up');

for (const problem of problems) process.stderr.write(`✗ ${problem}\n`);
process.stdout.write(problems.length === 0 ? '\nAll checks hold.\n' : `\n${problems.length} broken.\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
