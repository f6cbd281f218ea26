/**
 * The import table of the house: each room, and the rooms it must not reach.
 * `fhirclient` belongs to launch/smart-adapter, `fhir-kit-client` to chart/data-access, React to the views.
 */
const ROOMS = {
  knowledge: ['terminology', 'chart', 'review', 'handout', 'launch', 'workspace', 'sandbox'],
  terminology: ['knowledge', 'chart', 'review', 'handout', 'launch', 'workspace', 'sandbox'],
  chart: ['knowledge', 'review', 'handout', 'launch', 'workspace', 'sandbox', 'terminology, but systems'],
  // ?diagnose alone asks which settings of a site the rules refuse.
  launch: ['knowledge', 'terminology', 'chart', 'review, but site-rules', 'handout', 'workspace', 'sandbox'],
  review: ['handout', 'launch', 'workspace', 'sandbox', 'chart, but types completeness text-order'],
  handout: [
    'terminology',
    'launch',
    'workspace',
    'sandbox',
    'chart, but types text-order',
    'review, but types',
  ],
  workspace: ['sandbox'],
  sandbox: ['knowledge', 'terminology', 'chart', 'review', 'handout', 'launch', 'workspace'],
};
const PURE = ['knowledge', 'terminology', 'review'];
const FHIRCLIENT_HOME = 'src/launch/smart-adapter.ts';
const KIT_HOME = 'src/chart/data-access.ts';

const forbid = (rule) => {
  const [other, files = ''] = rule.split(', but ');
  return [
    `**/${other}/**`,
    ...files
      .split(' ')
      .filter(Boolean)
      .map((file) => `!**/${other}/${file}`),
  ];
};

const restrict = (room) => [
  'error',
  {
    patterns: [
      ...ROOMS[room].map((rule) => ({
        group: forbid(rule),
        message: `${room} may not import this room (see the import table in oxlint.config.js)`,
      })),
      { group: ['fhirclient', 'fhirclient/**'], message: `only ${FHIRCLIENT_HOME} imports fhirclient` },
      { group: ['fhir-kit-client'], message: `only ${KIT_HOME} imports fhir-kit-client` },
      ...(PURE.includes(room)
        ? [{ group: ['react', 'react-dom', 'react-dom/**', '@mui/**'], message: `${room} is pure: no React` }]
        : []),
    ],
  },
];

/** Beyond the category `correctness`: what ESLint and typescript-eslint call recommended and strict. */
const STRICT = [
  'no-array-constructor',
  'no-case-declarations',
  'no-empty',
  'no-fallthrough',
  'no-prototype-builtins',
  'no-regex-spaces',
  'no-unexpected-multiline',
  'no-useless-assignment',
  'no-useless-constructor',
  'no-var',
  'prefer-const',
  'prefer-rest-params',
  'prefer-spread',
  'preserve-caught-error',
  'eqeqeq',
  'typescript/ban-ts-comment',
  'typescript/consistent-type-imports',
  'typescript/no-deprecated',
  'typescript/no-dynamic-delete',
  'typescript/no-empty-object-type',
  'typescript/no-explicit-any',
  'typescript/no-extraneous-class',
  'typescript/no-generated-empty-object-type',
  'typescript/no-invalid-void-type',
  'typescript/no-misused-promises',
  'typescript/no-mixed-enums',
  'typescript/no-namespace',
  'typescript/no-non-null-asserted-nullish-coalescing',
  'typescript/no-non-null-assertion',
  'typescript/no-require-imports',
  'typescript/no-unnecessary-boolean-literal-compare',
  'typescript/no-unnecessary-condition',
  'typescript/no-unnecessary-template-expression',
  'typescript/no-unnecessary-type-arguments',
  'typescript/no-unnecessary-type-assertion',
  'typescript/no-unnecessary-type-constraint',
  'typescript/no-unnecessary-type-conversion',
  'typescript/no-unnecessary-type-parameters',
  'typescript/no-unsafe-argument',
  'typescript/no-unsafe-assignment',
  'typescript/no-unsafe-call',
  'typescript/no-unsafe-enum-assignment',
  'typescript/no-unsafe-enum-comparison',
  'typescript/no-unsafe-function-type',
  'typescript/no-unsafe-member-access',
  'typescript/no-unsafe-return',
  'typescript/only-throw-error',
  'typescript/prefer-literal-enum-member',
  'typescript/prefer-promise-reject-errors',
  'typescript/prefer-reduce-type-parameter',
  'typescript/prefer-return-this-type',
  'typescript/related-getter-setter-pairs',
  'typescript/require-await',
  'typescript/return-await',
  'typescript/unified-signatures',
  'typescript/use-unknown-in-catch-callback-variable',
];

export default {
  plugins: ['typescript', 'react', 'oxc'],
  categories: { correctness: 'error' },
  options: { typeAware: true, typeCheck: true },
  env: { builtin: true, browser: true, node: true },
  ignorePatterns: [
    'dist',
    'coverage',
    'test-results',
    'playwright-report',
    'tools/isomorphic-webcrypto',
    'tools/shims',
  ],
  rules: {
    ...Object.fromEntries(STRICT.map((rule) => [rule, 'error'])),
    'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    'typescript/restrict-plus-operands': [
      'error',
      {
        allowAny: false,
        allowBoolean: false,
        allowNullish: false,
        allowNumberAndString: false,
        allowRegExp: false,
      },
    ],
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    'no-restricted-properties': [
      'error',
      {
        property: 'localeCompare',
        message: 'hangs on the language of the browser: src/chart/text-order.ts',
      },
    ],
  },
  overrides: [
    ...Object.keys(ROOMS).map((room) => ({
      files: [`src/${room}/**/*.{ts,tsx}`],
      rules: { 'no-restricted-imports': restrict(room) },
    })),
    { files: [FHIRCLIENT_HOME, KIT_HOME], rules: { 'no-restricted-imports': 'off' } },
    {
      jsPlugins: ['./tools/clock-rule.js'],
      files: PURE.map((room) => `src/${room}/**/*.ts`),
      rules: {
        'no-restricted-globals': ['error', 'window', 'document', 'fetch', 'sessionStorage', 'localStorage'],
        'pure/clock': 'error',
      },
    },
    // People’s names, sorted for people.
    { files: ['src/sandbox/pages.ts'], rules: { 'no-restricted-properties': 'off' } },
    { files: ['src/knowledge/**', 'src/handout/content/**'], rules: { 'max-lines': 'off' } },
    { files: ['**/*.tsx'], rules: { 'react/rules-of-hooks': 'error', 'react/unsupported-syntax': 'error' } },
    // What outlives the page's states is kept by writing into it.
    { files: ['src/workspace/launch-memory.ts'], rules: { 'react/immutability': 'off' } },
    // Without types to check against.
    {
      files: ['**/*.js'],
      rules: Object.fromEntries(
        ['argument', 'assignment', 'call', 'member-access', 'return'].map((what) => [
          `typescript/no-unsafe-${what}`,
          'off',
        ]),
      ),
    },
  ],
};
