import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readRegistry } from '../src/launch/sites';
import { refusedSiteRule } from '../src/review/site-rules';
import { caddyHeaders, nginxHeaders, plainHeaders } from './site-headers';

/** `npm run --silent headers -- [--for nginx|caddy|other] config.json`: the response headers of a site, from the file the app itself reads. */
const USAGE = 'usage: npm run --silent headers -- [--for nginx|caddy|other] config.json\n';
const WRITERS = { nginx: nginxHeaders, caddy: caddyHeaders, other: plainHeaders } as const;

function run(): string {
  const { values, positionals } = parseArgs({
    options: { for: { type: 'string' } },
    allowPositionals: true,
  });
  const [path] = positionals;
  const servers = (['nginx', 'caddy', 'other'] as const).filter(
    (name) => values.for === undefined || values.for === name,
  );
  if (path === undefined || positionals.length > 1 || servers.length === 0) throw new Error(USAGE);
  const registry = readRegistry(JSON.parse(readFileSync(path, 'utf8')));
  if (!registry.ok) throw new Error(`${registry.errors.join('\n')}\n`);
  // The launch knows no rules; here, where a site is set up, a setting that the app would not apply is refused.
  const refused = registry.sites.flatMap(({ rules }) => rules.flatMap((rule) => refusedSiteRule(rule) ?? []));
  if (refused.length > 0) throw new Error(refused.join('\n'));
  return servers
    .map((name) => (servers.length > 1 ? `# ${name}\n` : '') + WRITERS[name](registry.sites))
    .join('\n');
}

try {
  process.stdout.write(run());
} catch (thrown) {
  process.stderr.write(thrown instanceof Error ? `${thrown.message.trimEnd()}\n` : USAGE);
  process.exitCode = 2;
}
