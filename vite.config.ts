import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { prerenderArticle } from './build/prerender.js';

const require = createRequire(import.meta.url);
const espeak = path.dirname(require.resolve('@echogarden/espeak-ng-emscripten'));

/** Ships the licences of what others wrote beside their code. */
function licences(): Plugin {
  const files = {
    'espeak-ng/COPYING': path.join(espeak, 'COPYING'),
    'azure/LICENCES.txt': 'src/speech/azure/ponyfill-licences.txt',
    'text-fragments-polyfill/LICENSE': 'node_modules/text-fragments-polyfill/LICENSE',
  };
  return {
    name: 'licences',
    generateBundle() {
      for (const [fileName, file] of Object.entries(files))
        this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
    },
  };
}

/** Vite wraps every import() in a preloader of style sheets, for which a library without style sheets has no use. */
function noPreloader(): Plugin {
  return {
    name: 'no-preloader',
    enforce: 'pre',
    load(id) {
      if (id.endsWith('vite/preload-helper.js'))
        return 'export const __vitePreload = (load) => load();';
    },
    renderChunk: (code) =>
      code
        .replace(
          /__vitePreload\(async \(\) => {\s*const {.+?} = await (.+);\s*return {.+?};\s*}/g,
          '$1',
        )
        .replace(/__vitePreload\(\(\) => /g, '')
        .replace(/, __VITE_PRELOAD__, import\.meta\.url\)/g, '')
        .replace(/var __vitePreload = .+;|__vitePreload as \w+,?|\w+ as __vitePreload,?/g, ''),
  };
}

/** Takes comments and white space out of Lit's templates, which no minifier looks into. */
function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/src/') || !id.endsWith('.ts')) return;
      return code
        .replace(/\bhtml`[^`]*`/g, (template) => template.replace(/\s*\n\s*/g, ' '))
        .replace(/\bcss`[^`]*`/g, (style) =>
          style
            .replace(/\/\*[^]*?\*\//g, '')
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,>]) ?/g, '$1'),
        );
    },
  };
}

/** The smallest of what brotli makes with different ways to write distances, which matters where there is little; large files take long. */
function compress(content: Buffer): Buffer {
  const postfixes = content.length < 100_000 ? [0, 1, 2, 3] : [0];
  const attempts = postfixes.map((postfix) =>
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_NPOSTFIX]: postfix } }),
  );
  return attempts.reduce((one, other) => (other.length < one.length ? other : one));
}

/** Compresses what is built, so that the server need not. */
function brotli(): Plugin {
  return {
    name: 'brotli',
    apply: 'build',
    closeBundle() {
      for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
        if (!/\.(js|css|html|data|svg)$/.test(entry.name)) continue;
        const file = path.join(entry.parentPath, entry.name);
        writeFileSync(`${file}.br`, compress(readFileSync(file)));
      }
    },
  };
}

const chunks = {
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash:6].js',
  assetFileNames: 'chunks/[name]-[hash:6][extname]',
  hashCharacters: 'hex' as const,
};

export default defineConfig({
  // Everything is found relative to where vorleser.js lies.
  base: './',
  build: {
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { vorleser: 'src/define.ts', page: 'index.html' },
      output: chunks,
    },
  },
  worker: {
    format: 'es',
    rollupOptions: { output: { ...chunks, entryFileNames: 'chunks/[name]-[hash:6].js' } },
  },
  resolve: {
    alias: [
      {
        find: './worker-url.js',
        replacement: path.resolve('src/speech/espeak/worker-url.vite.ts'),
      },
    ],
  },
  plugins: [
    prerenderArticle('article/putin-nordkorea.md'),
    licences(),
    noPreloader(),
    minifyTemplates(),
    brotli(),
  ],
});
