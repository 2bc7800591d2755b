import type { ArticleHost } from './article-host.js';

/**
 * The root of the article that a player reads: its `article`; else the element named by its `for`, an id in the player's tree or a
 * CSS selector; without `for` the closest `article` around the player, else the page's first `article`, else its `main`. Null
 * where there is none.
 */
export function findArticle(player: ArticleHost): Element | null {
  const { article, htmlFor } = player;
  if (article) return article;
  if (htmlFor !== null) {
    const tree = player.getRootNode() as Document | ShadowRoot;
    return tree.getElementById?.(htmlFor) ?? query(tree, htmlFor) ?? query(document, htmlFor);
  }
  return (
    player.closest('article') ?? document.querySelector('article') ?? document.querySelector('main')
  );
}

function query(tree: ParentNode, selector: string): Element | null {
  try {
    return tree.querySelector(selector);
  } catch {
    return null;
  }
}
