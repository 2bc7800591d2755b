/**
 * The root of the article that a player reads: the element with the given id in the player's tree; without an id the
 * nearest article around the player, else the page's first article, else its `main`. Null where there is none.
 */
export function findArticle(player: Element, id: string | null): Element | null {
  if (id !== null)
    return (player.getRootNode() as Document | ShadowRoot).getElementById?.(id) ?? null;
  return (
    player.closest('article') ?? document.querySelector('article') ?? document.querySelector('main')
  );
}
