import { defineConfig } from 'vite';
import { demoPages } from './build/demo-pages.js';
import { prerenderArticle } from './build/prerender.js';
import { chunkNames, modulesForVite, target } from './build/shared.js';

/** The article page: `vite` serves it for development, `vite build` builds it. build/library.config.ts builds the script. */
export default defineConfig({
  appType: 'mpa',
  // The page may lie in any folder of a host.
  base: './',
  build: {
    target,
    rolldownOptions: {
      input: { page: 'index.html' },
      output: chunkNames,
      checks: { pluginTimings: false },
    },
  },
  resolve: {
    alias: [
      // Pages load /vorleser.js, which is built. In development it is the source.
      { find: /^\/vorleser\.js$/, replacement: '/src/script.ts' },
      modulesForVite,
    ],
  },
  optimizeDeps: {
    // Finds all dependencies when the server starts: one found later, when it is first used, would reload the page.
    entries: ['src/script.ts', 'src/azure.ts'],
  },
  plugins: [prerenderArticle('article/putin-nordkorea.md'), demoPages()],
});
