import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';

const RENDERER = fileURLToPath(new URL('./render-article.ts', import.meta.url));

/**
 * Renders an article into index.html, in place of `<!-- article -->`, `<!-- json-ld -->` and `%TITLE%`. In development, the
 * page reloads when the article changes, and has no recording: that is made when the page is built, by build/narration.mjs.
 *
 * @param article path of its Markdown file
 */
export function prerenderArticle(article: string): Plugin {
  let recording: string | null = null;
  return {
    name: 'prerender-article',
    configResolved({ command }) {
      if (command === 'build') recording = path.basename(article, '.md');
    },
    hotUpdate({ file }) {
      if (file === path.resolve(article)) this.environment.hot.send({ type: 'full-reload' });
    },
    async transformIndexHtml(page) {
      // Vite runs the renderer, so that TypeScript compiles as in the browser's modules.
      const { module } = await runnerImport<typeof import('./render-article.js')>(RENDERER);
      const markdown = await readFile(article, 'utf8');
      const { title, jsonLd, html } = await module.renderArticle(markdown, recording);
      return page
        .replace('%TITLE%', () => title)
        .replace('<!-- json-ld -->', () => jsonLd)
        .replace('<!-- article -->', () => html);
    },
  };
}
