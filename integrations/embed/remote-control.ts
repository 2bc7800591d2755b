import { warn } from '../../src/console/report.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { carryOut, isCommand } from './commands.js';

/** What the events of the player say about its state. */
const STATES: Readonly<Record<string, string>> = {
  waiting: 'waiting',
  playing: 'playing',
  pause: 'paused',
  ended: 'ended',
};

/**
 * Lets the page around the frame control the player, and tells it how far it is, once that page has sent a command from one of the
 * given origins. What is sent has no text of the article.
 */
export function remoteControl(player: VorleserPlayer, origins: ReadonlySet<string>): void {
  let page: string | null = null;
  const send = (type: string, content: object = {}) => {
    if (page) parent.postMessage({ type: `vorleser-${type}`, ...content }, page);
  };
  const sendState = (state: string) => send('state', { state });
  const sendTime = () => send('time', { time: player.currentTime, duration: player.duration });
  const sendCue = () =>
    send('cue', { cue: player.activeCue?.index ?? null, cues: player.cues.length });

  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== parent || source === window || !isCommand(data)) return;
    if (!origins.has(origin))
      return warn(
        `vorleser: ${origin} may not control this frame. Add it to "pages" in embed.json`,
      );
    const isNew = page !== origin;
    page = origin;
    if (isNew) {
      sendState(stateOf(player));
      sendTime();
    }
    carryOut(player, data).catch((error: Error) => send('error', { name: error.name }));
  });
  for (const [type, state] of Object.entries(STATES))
    player.addEventListener(type, () => sendState(state));
  for (const type of ['timeupdate', 'durationchange', 'seeked'])
    player.addEventListener(type, sendTime);
  player.addEventListener('cuechange', sendCue);
  player.setAttribute('statistics', '');
  player.addEventListener('vorleser-statistics', ({ detail }) => {
    const { type: event, seconds, quarter } = detail;
    send('statistics', { event, seconds, ...(quarter && { quarter }) });
  });
  player.addEventListener('error', () => send('error', { name: player.error?.name ?? 'Error' }));
  postToAny({ type: 'vorleser-ready' });
}

function stateOf({ ended, paused, activeCue }: VorleserPlayer): string {
  if (ended) return 'ended';
  if (paused) return 'paused';
  return activeCue ? 'playing' : 'waiting';
}

/** Tells any page around the frame how high its content is, in CSS px. */
export function reportHeight(): void {
  const root = document.documentElement;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    postToAny({ type: 'vorleser-height', height });
  }).observe(root);
}

/** Tells any page around the frame something that has no text: its origin is not known here. */
function postToAny(message: object): void {
  if (parent !== window) parent.postMessage(message, '*');
}
