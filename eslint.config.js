import js from '@eslint/js';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The import table of the house: each room, and the rooms it must not reach.
 * `fhirclient` belongs to launch/smart-adapter, `fhir-kit-client` to chart/data-access, React to the views.
 */
const ROOMS = {
  knowledge: ['terminology', 'chart', 'review', 'handout', 'launch', 'workspace', 'sandbox'],
  terminology: ['knowledge', 'chart', 'review', 'handout', 'launch', 'workspace', 'sandbox'],
  chart: ['knowledge', 'review', 'handout', 'launch', 'workspace', 'sandbox', 'terminology/(?!systems$)'],
  // ?diagnose alone asks which settings of a site the rules refuse.
  launch: ['knowledge', 'terminology', 'chart', 'review/(?!site-rules$)', 'handout', 'workspace', 'sandbox'],
  review: ['handout', 'launch', 'workspace', 'sandbox', 'chart/(?!(types|completeness|text-order)$)'],
  handout: [
    'terminology',
    'launch',
    'workspace',
    'sandbox',
    'chart/(?!(types|text-order)$)',
    'review/(?!types$)',
  ],
  workspace: ['sandbox'],
  sandbox: ['knowledge', 'terminology', 'chart', 'review', 'handout', 'launch', 'workspace'],
};
const PURE = ['knowledge', 'terminology', 'review'];
const FHIRCLIENT_HOME = 'src/launch/smart-adapter.ts';
const KIT_HOME = 'src/chart/data-access.ts';

const restrict = (room) => [
  'error',
  {
    patterns: [
      ...ROOMS[room].map((other) => ({
        regex: `(^|/)${other.includes('/') ? other : `${other}/`}`,
        message: `${room} may not import this room (see the import table in eslint.config.js)`,
      })),
      { group: ['fhirclient', 'fhirclient/*'], message: `only ${FHIRCLIENT_HOME} imports fhirclient` },
      { group: ['fhir-kit-client'], message: `only ${KIT_HOME} imports fhir-kit-client` },
      ...(PURE.includes(room)
        ? [{ group: ['react', 'react-dom', 'react-dom/*', '@mui/*'], message: `${room} is pure: no React` }]
        : []),
    ],
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist',
      'coverage',
      'test-results',
      'playwright-report',
      'tools/isomorphic-webcrypto',
      'tools/shims',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-restricted-properties': [
        'error',
        {
          property: 'localeCompare',
          message: 'hangs on the language of the browser: src/chart/text-order.ts',
        },
      ],
    },
  },
  ...Object.keys(ROOMS).map((room) => ({
    files: [`src/${room}/**/*.{ts,tsx}`],
    rules: { 'no-restricted-imports': restrict(room) },
  })),
  {
    files: [FHIRCLIENT_HOME, KIT_HOME],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: PURE.map((room) => `src/${room}/**/*.ts`),
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'fetch', 'sessionStorage', 'localStorage'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'pure rooms receive the clock',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'pure rooms receive the clock',
        },
      ],
    },
  },
  // People’s names, sorted for people.
  { files: ['src/sandbox/pages.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['src/knowledge/**', 'src/handout/content/**'], rules: { 'max-lines': 'off' } },
  { files: ['**/*.tsx'], ...reactHooks.configs.flat.recommended },
  { files: ['tests/**', 'tools/**'], languageOptions: { globals: globals.node } },
  { files: ['eslint.config.js'], ...tseslint.configs.disableTypeChecked },
);
