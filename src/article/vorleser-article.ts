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
    recording: {},
  };

  /** The article to render; null renders nothing. */
  article: Article | null = null;
  /** The id of the rendered `<article>`, for the player's `for`. */
  articleId = 'article';
  /** The address of its recording as `vorleser narrate` makes it, without `.opus`, `.mp3` and `.vtt`; null where there is none. */
  recording: string | null = null;

  #prerendered = false;

  protected override createRenderRoot(): HTMLElement {
    this.#prerendered = this.childElementCount > 0;
    return this;
  }

  protected override shouldUpdate(): boolean {
    return !this.#prerendered;
  }

  override render() {
    return this.article ? articleTemplate(this.article, this.articleId, this.recording) : nothing;
  }
}

function articleTemplate(
  { title, lead, lang, date, credit, body }: Article,
  id: string,
  recording: string | null,
) {
  return html`<article id=${id} lang=${lang}>
    <header>
      <h1>${title}</h1>
      ${lead ? html`<p class="lead">${lead}</p>` : nothing}
      <div class="dateline" data-vorleser="skip">
        <span class="credit">${credit}</span>
        <time datetime=${date}>${longDate(date, lang)}</time>
      </div>
    </header>
    <vorleser-player for=${id}
      >${recording ? recordingTemplate(recording) : nothing}</vorleser-player
    >
    ${body}
  </article>`;
}

function recordingTemplate(recording: string) {
  return html`<audio controls preload="none" data-reader="computer">
    <source src="${recording}.opus" type="audio/ogg; codecs=opus" />
    <source src="${recording}.mp3" type="audio/mpeg" />
    <track kind="metadata" src="${recording}.vtt" />
  </audio>`;
}

function longDate(date: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  );
}
