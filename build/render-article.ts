import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import type { Article } from '../src/article/article.js';
import { newsArticleJsonLd } from '../src/article/json-ld.js';
import { parseArticle } from '../src/article/markdown.js';
import { VorleserArticle } from '../src/article/vorleser-article.js';

/**
 * Renders an article to HTML.
 *
 * @param markdown the article, with front matter
 * @param recording the address of its recording without extensions, if it has one
 * @returns the parts of its page: the escaped title, a script with JSON-LD for search engines, and the article
 */
export async function renderArticle(markdown: string, recording: string | null) {
  const article = parseArticle(markdown);
  return {
    title: escapeHtml(article.title),
    jsonLd: `<script type="application/ld+json">\n${newsArticleJsonLd(article)}\n</script>`,
    html: await renderElement(article, recording),
  };
}

/**
 * Renders the element as plain HTML, in light DOM as in browsers. Lit's server would render a registered element into a shadow
 * root, so this one is not registered. Lit's comments, which mark what it would hydrate, are removed: the element leaves the
 * content alone that it finds.
 */
async function renderElement(article: Article, recording: string | null): Promise<string> {
  const element = new VorleserArticle();
  element.article = article;
  element.articleId = 'artikel';
  element.recording = recording;
  const template = html`<vorleser-article article-id="artikel"
    >${element.render()}</vorleser-article
  >`;
  const rendered = await collectResult(render(template));
  return rendered.replace(/<!--.*?-->|<\?>/gs, '');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
