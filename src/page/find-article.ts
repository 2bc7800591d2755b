import type { ArticleHost } from './article-host.js';

/** Finds the page's main text: the element that looks like it, until the code that searches the page is loaded. */
let findMainText = (): Element | null => {
  const [article = document.querySelector('main'), other] = document.querySelectorAll('article');
  return other ? null : article;
};

/** Sets how the main text of the page is found from now on. */
export function findMainTextBy(find: () => Element | null): void {
  findMainText = find;
}

/**
 * The root of the article that a player reads: its `article`; else the element named by its `for`, an id in the player's tree or a
 * CSS selector; without `for` the closest `article` around the player, else the page's main text. Null where there is none.
 */
export function findArticle(
  player: Pick<ArticleHost, 'article' | 'htmlFor' | 'closest' | 'getRootNode'>,
): Element | null {
  const { article, htmlFor } = player;
  if (article) return article;
  if (htmlFor === null) return player.closest('article') ?? findMainText();
  const tree = player.getRootNode() as Document | ShadowRoot;
  try {
    return (
      tree.getElementById?.(htmlFor) ??
      tree.querySelector(htmlFor) ??
      document.querySelector(htmlFor)
    );
  } catch {
    // It is no selector.
    return null;
  }
}
