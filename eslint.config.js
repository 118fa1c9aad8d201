// Lint rules: strict and type-aware for TypeScript, plain for the configuration files.
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { outsideNames } from './scripts/lint/outside-names.mjs';

const STORAGES = ['localStorage', 'sessionStorage', 'indexedDB'];
const STORAGE = 'A browser may refuse it or be full: client/live/storage.ts knows what then.';

const CLOCK =
  'Only client/live/clock.ts and server/clock.ts read a clock: use ticks(), useNow or useCountdown in pages, Clock in the server.';

/** Ways to read the machine's clock beside Date.now. */
const WALL_CLOCK = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
  { selector: "CallExpression[callee.name='Date']", message: CLOCK },
  {
    selector: 'CallExpression[callee.property.name=/^format(ToParts)?$/][arguments.length=0]',
    message: CLOCK,
  },
];

export default defineConfig(
  globalIgnores([
    'dist/',
    '.cache/',
    'coverage/',
    'kleroterion-data/',
    'kleroterion-demo/',
    '*.cjs',
    'eslint.config.js',
    'client/start.js',
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { 'outside-names': outsideNames } } },
    rules: {
      'house/outside-names': 'error',
      eqeqeq: 'error',
      // TypeScript knows which names exist in which folder.
      'no-undef': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Fastify's plugins, hooks and routes are async functions, with or without something to await.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    // A machine's clock may be set while a meeting runs: pages go by the server's, the server by its own ticks.
    files: ['client/**/*.{ts,tsx}', 'server/**/*.ts'],
    ignores: ['client/live/clock.ts', 'server/clock.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: CLOCK }],
      'no-restricted-syntax': ['error', ...WALL_CLOCK],
    },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    ignores: ['client/live/clock.ts', 'client/live/storage.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'performance', message: CLOCK },
        ...STORAGES.map((name) => ({ name, message: STORAGE })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: CLOCK },
        ...STORAGES.map((property) => ({ property, message: STORAGE })),
      ],
    },
  },
  {
    // What is typed is read in one place, which knows input methods; what slides, in one that knows fingers.
    files: ['client/**/*.tsx'],
    ignores: ['client/ui/TypedInput.tsx', 'client/ui/Slide.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...WALL_CLOCK,
        {
          selector:
            "JSXOpeningElement[name.name='input']:not(:has(JSXAttribute[name.name='type'][value.value=/^(checkbox|radio|file|date)$/]))",
          message: 'Text goes into ui/TypedInput (or Field, NumberField), a range into ui/Slide.',
        },
        {
          selector: "JSXOpeningElement[name.name='textarea']",
          message: 'Text goes into ui/TypedInput’s TypedArea.',
        },
      ],
    },
  },
  {
    // The core gets time and randomness as arguments.
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'shared/ gets the time as an argument.' },
        { object: 'Math', property: 'random', message: 'shared/ gets randomness as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'shared/ gets the time as an argument.',
        },
      ],
    },
  },
  {
    // Whom a page names, it tells from others of the same name.
    files: ['shared/views/**/*.ts'],
    ignores: ['shared/views/named.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/meeting/world.ts'],
              importNames: ['nameOf'],
              message: 'Views name people and units by named() or shownName().',
            },
          ],
        },
      ],
    },
  },
  {
    // Plain JavaScript without types: it reads what may be anything, and has to be short.
    files: ['scripts/verify-draw.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'house/outside-names': 'off' },
  },
  {
    // Tests read answers of unknown shape and know what they built.
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      'house/outside-names': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
