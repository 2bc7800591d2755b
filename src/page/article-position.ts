import type { Cue, CuePosition } from '../narration/index.js';
import type { NavigableNarration } from '../narration/navigable-narration.js';
import type { ArticleHost } from './article-host.js';
import { articleKey } from './article-key.js';
import { savedPosition, savePosition as save } from './saved-position.js';

/** The key of the article of each narration. */
const keys = new WeakMap<NavigableNarration, string>();

/** Notes which article a narration is of. A page's address may change before its text does. */
export function identify(narration: NavigableNarration, player: ArticleHost): void {
  keys.set(narration, articleKey(player));
}

/** The position in a player's article that was saved on an earlier visit, or null. */
export function savedPositionIn(player: ArticleHost): CuePosition | null {
  return savedPosition(articleKey(player));
}

/** Saves the position of a cue in the article of a narration; null forgets it. */
export function savePosition(narration: NavigableNarration | null, cue: Cue | null): void {
  const key = narration && keys.get(narration);
  if (key) save(key, cue && narration.positionOf(cue));
}
