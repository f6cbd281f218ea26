import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import type { Browser, Frame, Page } from '@playwright/test';
import { createSandbox } from '../src/sandbox/core';
import { answerNode } from '../src/sandbox/node-http';
import { loadSamples } from '../src/sandbox/samples';
import { startCaddy } from './caddy';
import { ask, checkAnswers } from './check-answers';
import { checkFaults, withUnnamed } from './check-faults';
import { soak } from './check-soak';
import type { Installed } from './installed';
import { selfSigned, startNginx } from './nginx';
import type { Certificate, Nginx } from './nginx';
import { freePort } from './web-server';

/** Against hanging alone: a busy machine takes its time. */
const LIMIT_MS = 120_000;

/**
 * Runs the built app as the README installs it behind nginx, for two EHRs on other origins (the sandbox twice), and a whole visit
 * from each in a real browser. Returns one sentence per finding.
 *
 * @param install puts the release and the settings for EHRs at these origins in their places
 */
export async function checkDeploy(
  programs: { readonly nginx: string; readonly chromium: string; readonly caddy: string | undefined },
  install: (ehrOrigins: readonly string[]) => Installed,
  soakLimitMs: number,
): Promise<readonly string[]> {
  const port = await freePort();
  const certificate = selfSigned();
  const app = `https://127.0.0.1:${port}/`;
  const [ehr, second] = [await startEhr(app, certificate), await startEhr(app, certificate)];
  const ehrs = [ehr.origin, second.origin];
  const broken: string[] = [];
  let nginx: Nginx | undefined;
  let browser: Browser | undefined;
  try {
    const installed = install(ehrs);
    nginx = await startNginx(programs.nginx, port, installed, certificate);
    broken.push(...(await checkAnswers('nginx', nginx.origin, ehrs, installed.release)));
    if (programs.caddy !== undefined) broken.push(...(await checkCaddy(programs.caddy, ehrs, installed)));
    browser = await chromium.launch({
      executablePath: programs.chromium,
      // The EHR is another site here, as at a hospital. Playwright's own list of disabled features, which this one replaces,
      // takes partitioned storage away: a frame of another site then has no storage at all.
      args: ['--no-sandbox', '--disable-features=Translate', trusting(certificate)],
    });
    broken.push(...(await checkVisit(browser, nginx, ehrs, certificate)));
    broken.push(...(await checkDiagnosis(browser, nginx.origin, ehrs)));
    const faults = await checkFaults(browser, nginx.origin, ehr.origin);
    process.stdout.write(`\nFaults\n${faults.lines.join('\n')}\n`);
    broken.push(...faults.broken);
    const patients = ['priya-raman', 'kenji-watanabe', 'samuel-adeyemi'];
    const soaked = await soak(browser, ehr.origin, patients, soakLimitMs);
    process.stdout.write(`\nSoak\n${soaked.lines.join('\n')}\n`);
    broken.push(...soaked.broken);
  } catch (thrown) {
    broken.push(`the visit through nginx ended early: ${String(thrown)}`);
  } finally {
    await browser?.close();
    await nginx?.close();
    await ehr.close();
    await second.close();
  }
  return broken;
}

/** The same installation behind Caddy: its answers only, the app is the same. */
async function checkCaddy(program: string, ehrs: readonly string[], installed: Installed): Promise<string[]> {
  const [root, deploy] = [new URL('..', import.meta.url).pathname, 'deploy/Caddyfile'];
  const command = ['run', '--silent', 'headers', '--', '--for', 'caddy', `${installed.settings}/config.json`];
  writeFileSync(
    `${installed.settings}/headers.caddy`,
    execFileSync('npm', command, { cwd: root, encoding: 'utf8' }),
  );
  const caddy = await startCaddy(program, root + deploy, await freePort(), installed);
  try {
    return await checkAnswers('Caddy', caddy.origin, ehrs, installed.release);
  } finally {
    await caddy.close();
  }
}

/** Chromium keeps nothing in its cache that came with a certificate error: to see the cache at work it must trust this one. */
function trusting({ cert }: Certificate): string {
  const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`;
}

/** The sandbox over https, as the policy inside the pages asks, and under another name than the app: for a browser another site. */
async function startEhr(app: string, certificate: Certificate) {
  const sandbox = createSandbox({ patients: withUnnamed(loadSamples()), apps: [app] });
  const server = createSecureServer({ ...certificate }, (incoming, outgoing) => {
    answerNode(sandbox.handle, incoming, outgoing, incoming.url ?? '/').then(
      (answered) => {
        if (!answered) outgoing.writeHead(404).end();
      },
      (error: unknown) => {
        outgoing.writeHead(500).end(String(error));
      },
    );
  });
  // The default of 5 s closes a connection under the next request of a slow machine.
  server.keepAliveTimeout = 60_000;
  const port = await listening(server);
  return { origin: `https://localhost:${port}`, close: () => closed(server) };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function closed(server: Server): Promise<unknown> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

interface Watched {
  readonly page: Page;
  /** Errors on the console and in scripts; a policy that was broken is one of them. */
  readonly errors: string[];
  readonly origins: Set<string>;
}

async function watchedPage(browser: Browser): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 800 },
  });
  context.setDefaultTimeout(LIMIT_MS);
  const errors: string[] = [];
  const origins = new Set<string>();
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  context.on('weberror', (error) => errors.push(error.error().message));
  context.on('request', (sent) => {
    const url = new URL(sent.url());
    if (url.protocol.startsWith('http')) origins.add(url.origin);
  });
  return { page: await context.newPage(), errors, origins };
}

/** What an administrator opens first, under the same policy. */
async function checkDiagnosis(browser: Browser, origin: string, ehrs: readonly string[]): Promise<string[]> {
  const { page, errors } = await watchedPage(browser);
  await page.goto(`${origin}/launch.html?diagnose`);
  const report = await page.getByRole('textbox', { name: 'Report' }).inputValue();
  await page.context().close();
  return [
    ...['config.json: right', ...ehrs.map((ehr) => `Site ${ehr}/ehr/fhir`), 'SMART configuration: read in']
      .filter((line) => !report.includes(line))
      .map((line) => `the diagnosis does not say "${line}": ${report}`),
    ...errors.map((error) => `the diagnosis through nginx: ${error}`),
  ];
}

/** Chart → launch in the chart's frame → sign-in → findings → approved handout; the same again from the cache; the other EHR. */
async function checkVisit(
  browser: Browser,
  nginx: Nginx,
  ehrs: readonly string[],
  certificate: Certificate,
): Promise<string[]> {
  const { page, errors, origins } = await watchedPage(browser);
  const broken: string[] = [];
  const [first = '', second = ''] = ehrs;
  const before = nginx.log().length;
  try {
    await visit(page, first);
  } catch (thrown) {
    const app = page.frames().find((frame) => frame.parentFrame() !== null);
    const shown = await app?.locator('body').innerText().catch(String);
    throw new Error(`${errors.join('\n')}\nThe frame shows: ${shown}`, { cause: thrown });
  }
  await visit(page, first);
  // By their names: what a launch loads for later may arrive in the middle of the next one.
  const fetched = assetsIn(nginx.log().slice(before));
  if (fetched.length === 0) broken.push('the access log of nginx shows no script: it does not see the visit');
  const again = fetched.filter((name, place) => fetched.indexOf(name) < place);
  if (again.length > 0) broken.push(`nginx was asked again for what is immutable: ${again.join(' ')}`);
  await visit(page, second);
  if (/launch=|code=|state=|iss=/.test(nginx.log())) broken.push('the access log of nginx holds a query');
  broken.push(...errors.map((error) => `the visit through nginx: ${error}`));
  for (const origin of origins)
    if (origin !== nginx.origin && !ehrs.includes(origin)) broken.push(`the visit asked ${origin}`);

  broken.push(...(await checkStranger(page, nginx.origin, certificate)));
  await page.context().close();
  return broken;
}

/** The policy must bite: the open app reaches no address that config.json does not name, and no other page may frame it. */
async function checkStranger(page: Page, origin: string, certificate: Certificate): Promise<string[]> {
  const broken: string[] = [];
  // A server that would gladly answer everyone.
  const stranger = createSecureServer({ ...certificate }, (_request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', 'text/html');
    response.end(`<title>stranger</title><iframe src="${origin}/index.html"></iframe>`);
  });
  const address = `https://127.0.0.1:${await listening(stranger)}/`;
  try {
    const app = page.frames().find((frame) => frame.url().startsWith(origin));
    if (app === undefined) broken.push('the app is not in its frame after the visit');
    else if (await reaches(app, address)) broken.push('connect-src lets the app reach a stranger');
    if ((await ask(address)).status !== 200)
      broken.push('the stranger does not answer at all, so this says nothing');
    await page.goto(address);
    const framed = page.frames().find((frame) => frame.parentFrame() !== null);
    if (framed === undefined || framed.url().startsWith(origin) || (await framed.title()) === 'BackSafe')
      broken.push('frame-ancestors lets a stranger show the app');
  } finally {
    await closed(stranger);
  }
  return broken;
}

function reaches(frame: Frame, address: string): Promise<boolean> {
  return frame.evaluate(
    (to) =>
      fetch(to).then(
        () => true,
        () => false,
      ),
    address,
  );
}

const assetsIn = (log: string): readonly string[] =>
  [...log.matchAll(/ (\/assets\/[^ ?]+)/g)].map(([, name = '']) => name);

async function visit(page: Page, ehrOrigin: string): Promise<void> {
  await page.goto(`${ehrOrigin}/ehr/`);
  await page.getByRole('link', { name: /^Raman,/ }).click();
  await page.getByRole('button', { name: 'Open BackSafe' }).click();
  const app = page.frameLocator('iframe[title="BackSafe"]');
  await app.getByText(/^Chart read \d/).waitFor();
  await app.getByText('Tizanidine + ciprofloxacin').first().waitFor();
  await app.getByRole('button', { name: 'Print for Priya Raman' }).click();
  await app.getByRole('button', { name: 'Approve and print' }).click();
  // Said above the open paper, the last of the page; the hidden review behind it says so too.
  await app
    .getByText(/^Printed \d{1,2}:\d{2}, version 1/)
    .last()
    .waitFor();
}
