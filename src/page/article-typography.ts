import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { settings } from '../settings/store.js';
import { findArticle } from './find-article.js';
import { keepInView } from './keep-in-view.js';
import { enableMainTextSearch } from './page-text.js';
import { uniqueSelector } from './unique-selector.js';
import type { ArticleHost } from './article-host.js';

/** What the article's typography depends on. */
interface Player extends ArticleHost, ReactiveControllerHost {
  readonly activeCue: { readonly range: Range | null } | null;
}

const connected = new WeakSet<Player>();

/** Gives the article of a player the typography that the listener has chosen, now and whenever they change it. */
export function followTypographySettings(player: Player): void {
  if (connected.has(player)) return;
  connected.add(player);
  enableMainTextSearch();
  player.addController(new ArticleTypography(player));
}

/**
 * Sets the text size and the line length of a player's article with a style sheet in its tree, without changing the page's
 * elements. A player inside the article keeps its own size.
 */
class ArticleTypography implements ReactiveController {
  readonly #player: Player;
  readonly #sheet = new CSSStyleSheet();
  /** The article's selector may change when elements are added or removed around it. */
  readonly #observer = new MutationObserver(() => this.#apply());
  #tree: DocumentOrShadowRoot | null = null;
  #rules = '';

  constructor(player: Player) {
    this.#player = player;
  }

  hostConnected(): void {
    settings.addEventListener('change', this.#apply);
    this.#apply();
  }

  /** Restores the article, unless the player was only moved: that is a removal followed by an insertion. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#player.isConnected) return;
      settings.removeEventListener('change', this.#apply);
      this.#observer.disconnect();
      this.#set('', null);
    });
  }

  readonly #apply = (): void => {
    const { isConnected, localName, activeCue } = this.#player;
    const article = isConnected ? findArticle(this.#player) : null;
    const rules = article ? rulesFor(uniqueSelector(article), localName) : '';
    this.#observer.disconnect();
    if (rules && article) this.#observeAround(article);
    const tree = rules ? (article?.getRootNode() as Document | ShadowRoot) : null;
    if (rules === this.#rules && tree === this.#tree) return;
    keepInView(activeCue?.range ?? null, () => this.#set(rules, tree));
  };

  #set(rules: string, tree: DocumentOrShadowRoot | null): void {
    if (this.#tree)
      this.#tree.adoptedStyleSheets = this.#tree.adoptedStyleSheets.filter(
        (sheet) => sheet !== this.#sheet,
      );
    this.#sheet.replaceSync(rules);
    tree?.adoptedStyleSheets.push(this.#sheet);
    this.#rules = rules;
    this.#tree = tree;
  }

  #observeAround(article: Element): void {
    for (let around = article.parentNode; around; around = around.parentNode)
      this.#observer.observe(around, { childList: true });
  }
}

/** The size is a zoom, since a page may set its text in pixels. The line length is in characters, which zoom does not change. */
function rulesFor(article: string, player: string): string {
  const { textSize, lineLength } = settings.current;
  const length = `max-inline-size: ${lineLength}ch !important; margin-inline: auto !important;`;
  return [
    textSize === 1
      ? ''
      : `${article} { zoom: ${textSize} !important; overflow-wrap: break-word; } ${article} ${player} { zoom: ${1 / textSize} !important; }`,
    lineLength === 0 ? '' : `${article} { ${length} }`,
  ]
    .join('\n')
    .trim();
}
