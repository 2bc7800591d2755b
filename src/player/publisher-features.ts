import type { ArticlePlayer } from '../page/article-host.js';
import type { Playback } from '../playback/playback.js';
import { QUEUE, settings } from '../settings/store.js';

/** What publishers ask for with attributes of the player, and the queue of the listener: loaded when it is first used. */
export function connectPublisherFeatures(player: ArticlePlayer, playback: Playback): void {
  onFirstPlay(playback, () => {
    if (!player.hasAttribute('statistics')) return false;
    void import('./statistics.js').then(
      ({ StatisticsReporter }) => new StatisticsReporter(player, playback),
    );
    return true;
  });
  offerNextArticle(player, playback);
}

const goesOn = (player: ArticlePlayer) =>
  player.hasAttribute('next-article') || settings.kept(QUEUE) !== undefined;

function offerNextArticle(player: ArticlePlayer, playback: Playback): void {
  let loading: Promise<typeof import('./end-of-article.js')> | null = null;
  const load = () => (loading ??= import('./end-of-article.js'));
  // Before the end: the page may be left at once then, and the article must leave the queue nevertheless.
  onFirstPlay(playback, () => {
    if (!goesOn(player)) return false;
    void load().then(({ checkNextArticle }) => checkNextArticle(player));
    return true;
  });
  // The end of an article cancels the sleep timer.
  let sleeps = false;
  playback.addEventListener('cuechange', () => {
    if (playback.activeCue) sleeps = playback.sleep !== null;
  });
  playback.addEventListener('ended', () => {
    if (!goesOn(player)) return;
    const heard = playback.cueBeforeSeek === null;
    void load().then(({ endArticle }) => {
      if (playback.ended) endArticle(player, heard, sleeps);
    });
  });
}

/** Calls back at each play, beginning with one that is under way, until that has loaded what it is for. */
function onFirstPlay(playback: Playback, load: () => boolean): void {
  const onPlay = () => {
    if (load()) playback.removeEventListener('play', onPlay);
  };
  playback.addEventListener('play', onPlay);
  if (!playback.paused) onPlay();
}
