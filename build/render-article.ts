import { LitElementRenderer, render, type RenderInfo } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { renderValue } from '@lit-labs/ssr/lib/render-value.js';
import { renderLight } from '@lit-labs/ssr-client/directives/render-light.js';
import { html } from 'lit';
import type { Article } from '../src/article/article.js';
import { VorleserArticle } from '../src/article/vorleser-article.js';

/** Lit renders every element into a shadow root on the server; this one renders into light DOM, as the element does. */
class LightDomRenderer extends LitElementRenderer {
  static override matchesClass(elementClass: unknown): boolean {
    return elementClass === VorleserArticle;
  }
  override renderShadow(): undefined {
    return undefined;
  }
  override renderLight(renderInfo: RenderInfo) {
    return [() => renderValue((this.element as VorleserArticle).render(), renderInfo)];
  }
}

customElements.define('vorleser-article', VorleserArticle);

/** An article as plain HTML, without the comments by which Lit would find its parts again: the page leaves it alone. */
export async function renderArticle(article: Article): Promise<string> {
  const template = html`<vorleser-article .article=${article} article-id="artikel"
    >${renderLight()}</vorleser-article
  >`;
  const rendered = await collectResult(render(template, { elementRenderers: [LightDomRenderer] }));
  return rendered.replace(/<!--.*?-->|<\?>/gs, '');
}
