import { html, LitElement, nothing } from 'lit';
import type { Article } from './article.js';

/**
 * Renders an article into light DOM as plain semantic HTML: headline, lead, credit and date, a player, and the text. Credit and
 * date are not read aloud. Content that is already there is kept: a prerendered page is readable without JavaScript, and reader
 * modes, find-in-page and screen readers get ordinary HTML.
 */
export class VorleserArticle extends LitElement {
  static override properties = {
    article: { attribute: false },
    articleId: { attribute: 'article-id' },
  };

  /** The article to render; null renders nothing. */
  article: Article | null = null;
  /** The id of the rendered `<article>`, for the player's `for`. */
  articleId = 'article';

  #prerendered = false;

  protected override createRenderRoot(): HTMLElement {
    this.#prerendered = this.childElementCount > 0;
    return this;
  }

  protected override shouldUpdate(): boolean {
    return !this.#prerendered;
  }

  override render() {
    return this.article ? articleTemplate(this.article, this.articleId) : nothing;
  }
}

function articleTemplate({ title, lead, lang, date, credit, body }: Article, id: string) {
  return html`<article id=${id} lang=${lang}>
    <header>
      <h1>${title}</h1>
      ${lead ? html`<p class="lead">${lead}</p>` : nothing}
      <div class="dateline" data-vorleser="skip">
        <span class="credit">${credit}</span>
        <time datetime=${date}>${longDate(date, lang)}</time>
      </div>
    </header>
    <vorleser-player for=${id}></vorleser-player>
    ${body}
  </article>`;
}

function longDate(date: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  );
}
