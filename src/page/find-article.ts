import type { ArticleHost } from './article-host.js';

/**
 * The root of the article that a player reads: the element with the id in its `for`, in the player's tree; without `for` the
 * closest `article` around the player, else the page's first `article`, else its `main`. Null where there is none.
 */
export function findArticle(player: ArticleHost): Element | null {
  const { htmlFor } = player;
  if (htmlFor !== null)
    return (player.getRootNode() as Document | ShadowRoot).getElementById?.(htmlFor) ?? null;
  return (
    player.closest('article') ?? document.querySelector('article') ?? document.querySelector('main')
  );
}
