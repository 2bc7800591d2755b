import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { configs as lit } from 'eslint-plugin-lit';
// @ts-expect-error It has no types.
import litA11y from 'eslint-plugin-lit-a11y';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Imports run downward only; each folder names what it must not know. */
const forbidden = {
  narration: ['speech', 'playback', 'highlight', 'elements', 'locales', 'article'],
  speech: ['narration', 'playback', 'highlight', 'elements', 'locales', 'article'],
  highlight: ['speech', 'playback', 'elements', 'locales', 'article'],
  playback: ['highlight', 'elements', 'locales', 'article'],
  locales: ['narration', 'speech', 'playback', 'highlight', 'elements', 'article'],
  server: ['narration', 'speech', 'playback', 'highlight', 'elements', 'locales', 'article'],
  article: ['narration', 'speech', 'playback', 'highlight', 'elements', 'locales'],
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'lib/',
      'bench/output/',
      'node_modules/',
      'test/output/',
      'src/speech/espeak/voice/',
      'src/speech/azure/ponyfill.js',
    ],
  },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  { files: ['src/**', 'test/**/*.test.ts'], languageOptions: { globals: globals.browser } },
  { files: ['**/*.mjs', '*.config.*'], languageOptions: { globals: globals.node } },
  // Journeys hand functions to the page.
  {
    files: ['test/e2e/**', 'bench/**', 'build/pictures.mjs'],
    languageOptions: { globals: globals.browser },
  },
  { files: ['**/*.mjs', '**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  lit['flat/recommended'],
  litA11y.configs.recommended
    ? { plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules }
    : {},
  Object.entries(forbidden).map(([folder, others]) => ({
    files: [`src/${folder}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...others.map((other) => ({
              group: [`**/${other}/**`],
              message: `${folder} knows nothing of ${other}`,
            })),
            ...(['elements', 'article'].includes(folder)
              ? []
              : [{ group: ['lit', 'lit/*', '@lit/*'], message: `${folder} knows nothing of Lit` }]),
          ],
        },
      ],
    },
  })),
  {
    rules: {
      // What rejects a promise here may be an AbortSignal's reason, whose type is unknown.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
  {
    // Chai's assertions are expressions, and typed as promises.
    files: ['test/**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
  prettier,
);
