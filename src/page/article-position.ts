import {
  type SavedPosition,
  savedPosition,
  savePosition as save,
} from '../settings/saved-position.js';
import type { ArticleHost } from './article-host.js';
import { articleKey } from './article-key.js';

/** The position in a player's article that was saved on an earlier visit, or null. */
export function positionOf(player: ArticleHost): SavedPosition | null {
  return savedPosition(articleKey(player));
}

/** Saves the position in a player's article; null forgets it. */
export function savePosition(player: ArticleHost, position: SavedPosition | null): void {
  save(articleKey(player), position);
}
