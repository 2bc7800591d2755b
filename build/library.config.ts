import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { defineConfig } from 'vite';
import { licences } from './licences.js';
import { minifyAgain } from './minify-again.js';
import { scriptOrModule } from './script-or-module.js';
import { chunkNames, modulesForVite, target } from './shared.js';

/**
 * Without its closing slash, a shape in an icon would be the parent of the next one, which is then not drawn: templates of shapes do not
 * show the minifier that they are SVG. (The type of the defaults does not know the option.)
 */
const minifyOptions = { collapseWhitespace: true, keepClosingSlash: true };

/**
 * Small modules that several of the files need which are loaded later: one file instead of one for each. None of them is in the first
 * load, and none imports anything of it.
 */
const SMALL = new RegExp(
  `/src/(${[
    'console/(policy-violations|report)',
    'controls/shared/(change-controller|closest-player|define-elements|export-parts|recipient-name|show-overlay)',
    'highlight/(box|palettes|viewport)',
    'narration/(annotation|block|cue-position|last-start|lines|pause-between|sentence-starters|split-long|text-hash)',
    'page/(article-key|focused-element)',
    'recording/sentence-hash',
    'settings/playback-rates',
    'speech/(clamp-rate|engine|language-tag|speakable|text-pieces|unless-aborted|voice-name)',
    'speech/recording/recording-in',
    'speech/sound/(rendering|wav)',
  ].join('|')})\\.ts$`,
);

/** Builds the script for any page: dist/vorleser.js, which loads files in dist/chunks/ when they are first used. */
export default defineConfig({
  // All files are found relative to the URL of vorleser.js.
  base: './',
  publicDir: false,
  build: {
    target,
    // The page is already there.
    emptyOutDir: false,
    lib: { entry: { vorleser: 'src/script.ts' }, formats: ['es'] },
    rolldownOptions: {
      checks: { pluginTimings: false },
      // Keeps modules that the entry shares with its chunks in the entry: one request before the player shows.
      preserveEntrySignatures: 'allow-extension',
      output: {
        ...chunkNames,
        entryFileNames: '[name].js',
        codeSplitting: { groups: [{ name: 'small', test: SMALL }] },
        // Vite leaves white space and annotations in libraries for the next bundler; nothing bundles this one.
        minify: true,
        comments: false,
      },
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: { output: { ...chunkNames, entryFileNames: 'chunks/[name]-[hash:7].js' } },
  },
  resolve: { alias: [modulesForVite] },
  plugins: [
    literalsHtmlCssMinifier({ failOnError: true, options: { minifyOptions } }),
    scriptOrModule(),
    minifyAgain(),
    licences(),
  ],
});
