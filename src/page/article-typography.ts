import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { settings } from '../settings/settings.js';
import { findArticle } from './find-article.js';
import { keepInView } from './keep-in-view.js';
import { selectorOf } from './unique-selector.js';
import type { ArticleHost } from './article-host.js';

/** A player as far as the look of its article depends on it. */
interface Player extends ArticleHost, ReactiveControllerHost {
  readonly activeCue: { readonly range: Range | null } | null;
}

const joined = new WeakSet<Player>();

/** Has the article of a player look as the listener has chosen and will choose. */
export function joinLook(player: Player): void {
  if (joined.has(player)) return;
  joined.add(player);
  player.addController(new ArticleLook(player));
}

/**
 * Gives the article of a player the text size and the line length that the listener has chosen, by a style sheet in its tree;
 * nothing is written onto the page's elements. A player that stands in the article keeps its own size.
 */
class ArticleLook implements ReactiveController {
  readonly #player: Player;
  readonly #sheet = new CSSStyleSheet();
  /** The article may get another selector when elements come or go around it. */
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

  /** Leaves the article as its page has it. A move to another place in the page is a removal and an insertion at once. */
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
    const rules = article ? rulesFor(selectorOf(article), localName) : '';
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

/** Zoom, since a page may set its text in pixels; a line length in characters, which zoom does not change. */
function rulesFor(article: string, player: string): string {
  const { textSize = 1, lineLength = 0 } = settings.chosen;
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
