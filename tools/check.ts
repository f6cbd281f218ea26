/** `npm run check`: the longer and tool-dependent checks. Prints every figure; exit code 1 when one is broken. */
import { spawnSync } from 'node:child_process';
import { checkSizes } from './check-sizes';
import { checkSnomed } from './check-snomed';

const root = new URL('..', import.meta.url).pathname;
const problems: string[] = [];

const build = spawnSync('npx', ['vite', 'build', '--configLoader', 'runner', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
});
if (build.status !== 0) problems.push('the build failed');

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
