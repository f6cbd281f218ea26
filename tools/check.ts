/**
 * `npm run check`: the longer and tool-dependent checks. Prints every figure; exit code 1 when one is broken.
 * `npm run check -- soak`: only the visits through nginx, and all 200 launches in one tab however long they take.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { sandboxConfig } from '../src/sandbox/config';
import { findCaddy } from './caddy';
import { checkBuild } from './check-build';
import { checkDeploy } from './check-deploy';
import { checkFuzz } from './check-fuzz';
import { checkLicences, lockedPackages, readLockfile } from './check-licences';
import { checkMutations } from './check-mutations';
import { checkSbom } from './check-sbom';
import { checkSizes } from './check-sizes';
import { checkSnomed } from './check-snomed';
import { findOrInstallChromium } from './chromium';
import { installByReadme } from './installed';
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

/** What needs no browser and no server. */
function checkProgram(modules: readonly string[]): void {
  const shipped = checkBuild(`${root}dist`, modules, `${root}fhir/samples`);
  process.stdout.write(
    `\nRelease: ${modules.length} modules, nothing of the sandbox: ${shipped.length === 0}\n`,
  );
  problems.push(...shipped);

  const packages = lockedPackages(readLockfile(`${root}package-lock.json`));
  const licences = checkLicences(packages);
  process.stdout.write(`\nLicences: ${packages.size} packages, ${licences.length} not agreed on\n`);
  problems.push(...licences);

  const sbom = checkSbom(root);
  process.stdout.write(
    `\nSBOM: ${sbom.listed} packages that ship or are depended on, ${sbom.broken.length} wrong\n`,
  );
  problems.push(...sbom.broken);

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
}

/** On a build machine fewer launches have to do: the check prints how many it was. */
const SOAK_LIMIT_MS = process.env.CI === undefined ? 600_000 : 100_000;

async function checkServed(soakLimitMs: number): Promise<void> {
  const nginx = findNginx();
  if (nginx === undefined) {
    process.stdout.write(
      '\nnginx: not installed here (apt-get install nginx), so deploy/nginx.conf was not run\n',
    );
    return;
  }
  const caddy = findCaddy();
  const programs = { nginx, chromium: findOrInstallChromium(), caddy };
  const machine = mkdtempSync(join(tmpdir(), 'backsafe-site-'));
  try {
    const install = (ehrOrigins: readonly string[]) =>
      installByReadme(root, machine, { sites: ehrOrigins.flatMap((origin) => sandboxConfig(origin).sites) });
    const deployed = await checkDeploy(programs, install, soakLimitMs);
    process.stdout.write(
      `\nnginx: the README followed, headers, caches and visits from two EHRs: ${deployed.length} broken\n` +
        `Caddy: ${caddy === undefined ? 'not installed here, so deploy/Caddyfile was not run' : 'headers and caches checked too'}\n`,
    );
    problems.push(...deployed);
  } finally {
    rmSync(machine, { recursive: true });
  }
}

const soakOnly = process.argv[2] === 'soak';
const modules = await buildApp();
if (!soakOnly) checkProgram(modules);
await checkServed(soakOnly ? Number.POSITIVE_INFINITY : SOAK_LIMIT_MS);

for (const problem of problems) process.stderr.write(`✗ ${problem}\n`);
process.stdout.write(problems.length === 0 ? '\nAll checks hold.\n' : `\n${problems.length} broken.\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
