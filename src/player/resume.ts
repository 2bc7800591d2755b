import { savedPositionIn } from '../page/article-position.js';
import type { ArticleHost } from '../page/article-host.js';
import { takeWish } from '../page/listening-wish.js';
import { defineElements } from '../controls/shared/define-elements.js';
import { VorleserStartOverButton } from '../controls/vorleser-start-over-button.js';
import type { Playback } from '../playback/playback.js';

/**
 * Offers to resume where an earlier visit ended. Reads at once where the page was opened to listen to this article; where the browser
 * wants another press, the player says so.
 */
export function resume(player: ArticleHost, playback: Playback): void {
  const position = savedPositionIn(player);
  if (position) defineElements({ 'vorleser-start-over-button': VorleserStartOverButton });
  // Another text may be at the same address today.
  if (position) playback.narrated(() => playback.resumeFrom(position));
  if (takeWish(player)) playback.play().catch(() => undefined);
}
