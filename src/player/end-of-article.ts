import { VorleserUpNext } from '../controls/vorleser-up-next.js';
import type { ArticlePlayer } from '../page/article-host.js';
import { articleAddress } from '../page/article-key.js';
import { listeningQueue } from '../page/listening-queue.js';
import { nextArticle } from '../page/next-article.js';
import { settings } from '../settings/store.js';

export { checkNextArticle } from '../page/next-article.js';

/**
 * Offers the next article at the end of one. An article that was heard leaves the listener's queue.
 *
 * @param heard whether it was heard to its end: not if the listener has just jumped there, which can be undone
 * @param sleeps whether a sleep timer was set: then nothing begins by itself
 */
export function endArticle(player: ArticlePlayer, heard: boolean, sleeps: boolean): void {
  const address = articleAddress(player);
  const next = nextArticle(player, address);
  if (heard) listeningQueue.remove(address);
  const bar = player.shadowRoot?.querySelector('[part=bar]');
  if (!next || !bar) return;
  const soon = heard && !sleeps && settings.current.continues;
  bar.querySelector('vorleser-up-next')?.remove();
  bar.append(new VorleserUpNext(player, next, soon));
}
