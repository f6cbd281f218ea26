import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Every package whose licence a build carries has to stand in the list of what ships, and no tool. One sentence per finding. */
export function checkSbom(root: string): { readonly listed: number; readonly broken: readonly string[] } {
  const command = ['run', '--silent', 'sbom'];
  const { components } = JSON.parse(
    execFileSync('npm', command, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
  ) as { readonly components: readonly { readonly purl: string }[] };
  const listed = components.map(({ purl }) => decodeURIComponent(purl.replace('pkg:npm/', '')));
  const licences = readFileSync(`${root}dist/licenses.md`, 'utf8');
  const shipped = [...licences.matchAll(/^## (\S+) - (\S+) /gm)].map(
    ([, name, version]) => `${name}@${version}`,
  );
  return {
    listed: listed.length,
    broken: [
      ...(shipped.length === 0 ? ['licenses.md of the build names no package'] : []),
      ...shipped.filter((one) => !listed.includes(one)).map((one) => `sbom: ${one} ships and is not listed`),
      ...listed.filter((one) => /^(?:vite|vitest|msw)@/.test(one)).map((one) => `sbom: ${one} is a tool`),
    ],
  };
}
