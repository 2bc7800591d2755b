import { readFile } from 'node:fs/promises';
import { type Plugin, runnerImport } from 'vite';

/**
 * Renders the article into the page when it is built: `<!-- article -->`, the head's `<!-- json-ld -->` and `%TITLE%`.
 * The modules of the project are loaded by Vite, so that they are compiled as everywhere else.
 */
export function prerenderArticle(file: string): Plugin {
  return {
    name: 'prerender-article',
    async transformIndexHtml(page) {
      const { parseArticle } =
        await load<typeof import('../src/article/markdown.js')>('src/article/markdown.ts');
      const { newsArticleJsonLd } =
        await load<typeof import('../src/article/json-ld.js')>('src/article/json-ld.ts');
      const { renderArticle } =
        await load<typeof import('./render-article.js')>('build/render-article.ts');
      const article = parseArticle(await readFile(file, 'utf8'));
      const jsonLd = `<script type="application/ld+json">\n${newsArticleJsonLd(article)}\n</script>`;
      const rendered = await renderArticle(article);
      return page
        .replace('%TITLE%', () => escapeHtml(article.title))
        .replace('<!-- json-ld -->', () => jsonLd)
        .replace('<!-- article -->', () => rendered);
    },
  };
}

async function load<Module>(path: string): Promise<Module> {
  return (await runnerImport<Module>(new URL(`../${path}`, import.meta.url).pathname)).module;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
