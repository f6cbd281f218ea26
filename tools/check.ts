/** `npm run check`: the longer and tool-dependent checks. Prints every figure; exit code 1 when one is broken. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { sandboxConfig } from '../src/sandbox/config';
import { checkBuild } from './check-build';
import { checkDeploy } from './check-deploy';
import type { Site } from './check-deploy';
import { checkFuzz } from './check-fuzz';
import { checkLicences, lockedPackages, readLockfile } from './check-licences';
import { checkMutations } from './check-mutations';
import { checkSizes } from './check-sizes';
import { checkSnomed } from './check-snomed';
import { findOrInstallChromium } from './chromium';
import { findNginx } from './nginx';

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

/** What the administrator of these EHRs would install: a config.json, and the headers that the command makes of it. */
function installationOf(ehrOrigins: readonly string[]): Site {
  const config = { sites: ehrOrigins.flatMap((origin) => sandboxConfig(origin).sites) };
  const folder = mkdtempSync(join(tmpdir(), 'backsafe-site-'));
  try {
    const file = join(folder, 'config.json');
    writeFileSync(file, JSON.stringify(config));
    const command = ['run', '--silent', 'headers', '--', '--for', 'nginx', file];
    return { config, headers: execFileSync('npm', command, { cwd: root, encoding: 'utf8' }) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const modules = await buildApp();
const shipped = checkBuild(`${root}dist`, modules, `${root}fhir/samples`);
process.stdout.write(
  `\nRelease: ${modules.length} modules, nothing of the sandbox: ${shipped.length === 0}\n`,
);
problems.push(...shipped);

const packages = lockedPackages(readLockfile(`${root}package-lock.json`));
const licences = checkLicences(packages);
process.stdout.write(`\nLicences: ${packages.size} packages, ${licences.length} not agreed on\n`);
problems.push(...licences);

const sizes = checkSizes(`${root}dist`);
process.stdout.write(`\nSizes, gzip\n${sizes.lines.join('\n')}\n`);
problems.push(...sizes.broken);

const snomed = checkSnomed(`${root}fhir/ValueSet`);
process.stdout.write(`\nSNOMED CT: ${snomed.checked} codes looked up in the Global Patient Set\n`);
problems.push(...snomed.wrong);
if (snomed.checked === 0) problems.push('no SNOMED CT code was looked up');

const mutations = checkMutations();
const mutants = Object.entries(mutations.counts).map(([kind, count]) => `${count} of ${kind}`);
process.stdout.write(
  `\nMutants of the rules: ${mutants.join(', ')}; ${mutations.problems.length} not noticed, ${mutations.explained} cannot be told apart (tools/equivalent-mutants.ts)\n`,
);
problems.push(...mutations.problems);

const fuzz = checkFuzz(20_000, Number(process.env.FC_SEED ?? 20_261_122));
process.stdout.write(
  `\nFuzz: ${fuzz.resources} broken orders and problems, none lost and nothing crashed: ${fuzz.problems.length === 0}\n`,
);
problems.push(...fuzz.problems);

const nginx = findNginx();
if (nginx === undefined) {
  process.stdout.write(
    '\nnginx: not installed here (apt-get install nginx), so deploy/nginx.conf was not run\n',
  );
} else {
  const programs = { nginx, chromium: findOrInstallChromium() };
  const deployed = await checkDeploy(programs, `${root}dist`, installationOf);
  process.stdout.write(
    `\nnginx: headers, caches and a visit under deploy/nginx.conf: ${deployed.length} broken\n`,
  );
  problems.push(...deployed);
}

for (const problem of problems) process.stderr.write(`✗ ${problem}\n`);
process.stdout.write(problems.length === 0 ? '\nAll checks hold.\n' : `\n${problems.length} broken.\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
