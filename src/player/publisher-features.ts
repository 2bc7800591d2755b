import type { OfferingPlayer } from '../controls/vorleser-up-next.js';
import type { Playback } from '../playback/playback.js';
import { QUEUE, settings } from '../settings/store.js';

/** What publishers ask for with attributes of the player, and the queue of the listener: loaded when it is first used. */
export function connectPublisherFeatures(player: OfferingPlayer, playback: Playback): void {
  onFirstPlay(playback, () => {
    if (!player.hasAttribute('statistics')) return false;
    void import('./statistics.js').then(
      ({ StatisticsReporter }) => new StatisticsReporter(player, playback),
    );
    return true;
  });
  onFirstPlay(playback, () => {
    if (!player.hasAttribute('next-article')) return false;
    void import('./end-of-article.js').then(({ checkNextArticle }) => checkNextArticle(player));
    return true;
  });
  offerNextArticle(player, playback);
}

function offerNextArticle(player: OfferingPlayer, playback: Playback): void {
  // The end of an article cancels the sleep timer.
  let sleeps = false;
  playback.addEventListener('cuechange', () => {
    if (playback.activeCue) sleeps = playback.sleep !== null;
  });
  playback.addEventListener('ended', () => {
    if (!player.hasAttribute('next-article') && !settings.kept(QUEUE)) return;
    const heard = playback.cueBeforeSeek === null;
    void import('./end-of-article.js').then(({ endArticle }) => {
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
