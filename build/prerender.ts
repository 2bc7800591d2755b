import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';

const RENDERER = fileURLToPath(new URL('./render-article.ts', import.meta.url));

/**
 * Renders an article into index.html, in place of `<!-- article -->`, `<!-- json-ld -->` and `%TITLE%`. In development, the
 * page reloads when the article changes.
 *
 * @param article path of its Markdown file
 */
export function prerenderArticle(article: string): Plugin {
  return {
    name: 'prerender-article',
    hotUpdate({ file }) {
      if (file === path.resolve(article)) this.environment.hot.send({ type: 'full-reload' });
    },
    async transformIndexHtml(page) {
      // Vite runs the renderer, so that TypeScript compiles as in the browser's modules.
      const { module } = await runnerImport<typeof import('./render-article.js')>(RENDERER);
      const { title, jsonLd, html } = await module.renderArticle(await readFile(article, 'utf8'));
      return page
        .replace('%TITLE%', () => title)
        .replace('<!-- json-ld -->', () => jsonLd)
        .replace('<!-- article -->', () => html);
    },
  };
}
