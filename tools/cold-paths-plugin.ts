import type { Plugin } from 'vite';

/**
 * Parts of libraries that the app cannot reach, and what stands in the build in their place: the browser would load them before the
 * first finding. A part that some code does reach throws. https://mui.com/material-ui/guides/minimizing-bundle-size/
 */
const COLD: Readonly<Record<string, string>> = {
  // The theme switches ripples off for every button.
  '@mui/material/ButtonBase/TouchRipple.mjs': 'export default () => null;',
  // What a button with `loading` shows: none has it.
  '@mui/material/CircularProgress/index.mjs': 'export default () => null;',
  // Themes of CSS variables: ours are in start.css, for the screen that stands before the theme.
  '@mui/material/styles/createThemeWithVars.mjs':
    'export const createGetCssVar = undefined; export default () => { throw new Error("no theme of variables"); };',
  '@mui/material/styles/ThemeProviderWithVars.mjs':
    'export const CssVarsProvider = () => { throw new Error("no theme of variables"); };',
  // For `withTheme`, which nothing calls.
  'hoist-non-react-statics/dist/hoist-non-react-statics.cjs.js': 'module.exports = (target) => target;',
  // The FHIR requests of fhirclient: the chart is read with fhir-kit-client, over a connection that cannot write.
  'fhirclient/lib/FhirClient.js':
    'exports.default = class { constructor(fhirBaseUrl) { this.fhirBaseUrl = fhirBaseUrl; } };',
  // Lists for those requests.
  'fhirclient/lib/settings.js':
    'exports.SMART_KEY = "SMART_KEY"; exports.patientCompartment = []; exports.patientParams = []; exports.fhirVersions = {};',
};

const partOf = (id: string): string | undefined =>
  id
    .split(/[\\/]node_modules[\\/]/)
    .at(-1)
    ?.replaceAll('\\', '/');

/** Fails when a library no longer has one of the parts: its newer version is to be looked at before it ships. */
export function coldPathsPlugin(): Plugin {
  const left = new Set(Object.keys(COLD));
  return {
    name: 'backsafe:cold-paths',
    apply: 'build',
    load(id) {
      const part = partOf(id);
      if (part === undefined || COLD[part] === undefined) return undefined;
      left.delete(part);
      return COLD[part];
    },
    buildEnd(error) {
      if (error === undefined && left.size > 0) this.error(`Not in the build: ${[...left].join(', ')}`);
    },
  };
}
