/** `npm run --silent sbom`: the CycloneDX list of what ships and what that depends on. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url).pathname;
interface Component {
  readonly 'bom-ref': string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}
interface List {
  readonly metadata: { readonly component: Component & { name: string } };
  components: readonly Component[];
  dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const list = JSON.parse(
  execFileSync(
    'npm',
    // With NODE_ENV=production npm would leave out what a tool asks for too, React with it.
    ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only', '--include=dev'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  ),
) as List;
const isTool = ({ properties = [] }: Component): boolean =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');

// `--omit dev` does the same; the marks are right.
list.components = list.components.filter((component) => !isTool(component));
const kept = new Set([list.metadata.component, ...list.components].map((component) => component['bom-ref']));
list.dependencies = list.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
// npm names the whole after the folder that it was asked in.
list.metadata.component.name = (
  JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { readonly name: string }
).name;
process.stdout.write(`${JSON.stringify(list, undefined, 2)}\n`);
