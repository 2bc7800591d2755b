import type { ReactiveControllerHost } from 'lit';
import type { ArticlePlayer } from '../page/article-host.js';
import { ArticleView } from '../page/article-view.js';
import { enableMainTextSearch } from '../page/page-text.js';
import { MediaSessionLink } from '../playback/media-session.js';
import type { Playback } from '../playback/playback.js';
import { SleepTimer } from '../playback/sleep-timer.js';
import { settings } from '../settings/store.js';
import { report } from '../console/report.js';
import { engineMaker } from '../speech/engines.js';
import { connectPublisherFeatures } from './publisher-features.js';
import { handleShortcuts, type KeyPress } from './shortcuts.js';

/**
 * Connects a player with its surroundings: the article, the keyboard, the system's media controls, the sleep timer and,
 * if the listener has chosen that, their screen reader.
 *
 * @param keyPresses the keys that were pressed in the player before
 */
export function connectToPage(
  player: ConnectedPlayer,
  playback: Playback,
  keyPresses: readonly KeyPress[],
): ArticleView {
  const view = new ArticleView(playback, recentInput(player));
  const applySettings = () => view.applySettings();
  player.addController({
    hostConnected: () => settings.addEventListener('change', applySettings),
    hostDisconnected: () => {
      settings.removeEventListener('change', applySettings);
      queueMicrotask(() => player.isConnected || view.leave());
    },
  });
  offerMainText(player, playback);
  reportUnknownEngines(player);
  playback.addEventListener('play', () => reportUnknownEngines(player));
  handleShortcuts(player, playback, keyPresses);
  MediaSessionLink.join(playback);
  showSleepTimerWhenSet(player, playback);
  pauseOnNavigationIfChosen(player, playback);
  connectPublisherFeatures(player, playback);
  return view;
}

/** So long after a change of a value the listener is taken to be at the controls, in milliseconds. */
const AT_CONTROLS = 4000;

/**
 * Tells whether the listener has just changed a value of a player's control, such as the rate. The voice must not scroll the control away
 * now: the next press on a phone would meet the text.
 */
function recentInput(player: HTMLElement): () => boolean {
  let until = 0;
  player.addEventListener('input', () => (until = performance.now() + AT_CONTROLS));
  return () => performance.now() < until;
}

interface ConnectedPlayer extends ArticlePlayer, ReactiveControllerHost {
  readonly engines: string;
  /** @param name a property that names the article: it may be another one now */
  requestUpdate(name?: PropertyKey): void;
}

/** The page is searched for its main text from now on, and what is found is offered. What is read already stays. */
function offerMainText(player: ConnectedPlayer, playback: Playback): void {
  enableMainTextSearch();
  playback.narrated(() => {
    if (playback.state === 'idle') player.requestUpdate('article');
  });
}

/** The engines that are not made by name: two are configured, another one does not exist yet. */
const OTHER_ENGINES = ['azure', 'server', 'recording'];

function reportUnknownEngines({
  engines,
  localName,
}: HTMLElement & { readonly engines: string }): void {
  for (const name of engines.split(/\s+/).filter(Boolean))
    if (!OTHER_ENGINES.includes(name) && !engineMaker(name))
      report(
        `<${localName} engines="${engines}">: there is no engine "${name}". The engines are azure, server, browser and embedded`,
      );
}

function showSleepTimerWhenSet(player: HTMLElement, playback: Playback): void {
  const timer = new SleepTimer(playback);
  const show = () =>
    void import('./listening-elements.js').then(({ showSleepTimer }) =>
      showSleepTimer(player, timer),
    );
  if (playback.sleep === null) playback.addEventListener('sleepchange', show, { once: true });
  else show();
}

function pauseOnNavigationIfChosen(player: HTMLElement, playback: Playback): void {
  const load = () => {
    if (!settings.current.yields) return;
    playback.removeEventListener('cuechange', load);
    void import('../page/pause-on-navigation.js').then(({ pauseOnNavigation }) =>
      pauseOnNavigation(player, playback),
    );
  };
  playback.addEventListener('cuechange', load);
}
