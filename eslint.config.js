import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { configs as lit } from 'eslint-plugin-lit';
// @ts-expect-error It has no types.
import litA11y from 'eslint-plugin-lit-a11y';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { noImportCycles } from './build/eslint/no-import-cycles.js';

// Imports run downward only: what each folder of src/ may import from, besides itself.
const belowPage = [
  'console',
  'narration',
  'recording',
  'speech',
  'settings',
  'highlight',
  'playback',
];
const belowControls = [...belowPage, 'locales', 'page'];
/** @type {Record<string, string[]>} */
const mayImport = {
  console: [],
  locales: ['console'],
  settings: [],
  narration: [],
  recording: ['narration'],
  speech: ['console', 'recording'],
  server: ['speech'],
  article: [],
  highlight: ['settings'],
  playback: ['console', 'narration', 'speech', 'settings'],
  page: belowPage,
  controls: belowControls,
  player: [...belowControls, 'controls'],
  narrate: ['console', 'narration', 'recording', 'speech', 'article', 'page'],
};
const folders = Object.keys(mayImport);

/** The folders that may use Lit. */
const usesLit = ['article', 'page', 'controls', 'player'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      'lib/',
      'downloads/',
      'bench/output/',
      'node_modules/',
      'test/output/',
      'packages/espeak-ng/assets/',
      'test/hosts/apps/',
      'src/speech/azure/ponyfill.js',
      'src/narration/spoken/formula-speech.js',
      // Projects of their own, which a test compiles.
      'test/types/consumers/',
    ],
  },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['src/**', 'site/client/**', 'integrations/**', 'test/**/*.test.ts', 'packages/*/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.mjs', '*.config.*', 'src/narrate/**'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: globals.node },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  // Journeys hand functions to the page.
  {
    files: [
      'test/audit/**',
      'test/e2e/**',
      'test/hosts/**',
      'test/site/**',
      'test/integrations/**',
      'test/narrate/**',
      'bench/**',
      'build/pictures.mjs',
    ],
    languageOptions: { globals: globals.browser },
  },
  { files: ['**/*.mjs', '**/*.js', '**/*.cjs'], extends: [tseslint.configs.disableTypeChecked] },
  lit['flat/recommended'],
  litA11y.configs.recommended
    ? { plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules }
    : {},
  {
    files: ['src/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "ExportNamedDeclaration > VariableDeclaration[kind='let']",
          message: 'build/script-or-module.ts copies what modules export: it must not change',
        },
      ],
    },
  },
  Object.entries(mayImport).map(([folder, others]) => ({
    files: [`src/${folder}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                ...folders
                  .filter((other) => other !== folder && !others.includes(other))
                  .map((other) => `**/${other}/**`),
                // Not to be taken for the folder that is named so.
                ...(others.includes('speech') ? ['!**/speech/server/**'] : []),
              ],
              message: `src/${folder}/ is below it: imports run downward only`,
            },
            ...(usesLit.includes(folder)
              ? []
              : [
                  { group: ['lit', 'lit/*', '@lit/*'], message: `src/${folder}/ does without Lit` },
                ]),
          ],
        },
      ],
    },
  })),
  {
    files: ['src/**'],
    plugins: { vorleser: { rules: { 'no-import-cycles': noImportCycles } } },
    rules: { 'vorleser/no-import-cycles': 'error' },
  },
  {
    rules: {
      // What rejects a promise here may be an AbortSignal's reason, whose type is unknown.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
  {
    // Chai's assertions are expressions, and typed as promises.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
  prettier,
);
