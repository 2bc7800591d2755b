import { type Command, KEYS } from '../controls/key-list/shortcut-keys.js';
import { showKeyList } from '../controls/key-list/vorleser-key-list.js';
import type { Playback } from '../playback/playback.js';
import { SEEK_STEP, seekBy } from '../playback/seek-by.js';
import { toggledSilence } from '../playback/silence.js';
import { adjacentRate } from '../settings/playback-rates.js';
import { settings } from '../settings/store.js';

/** The commands that are swapped where the interface runs from right to left. */
const MIRRORED: Partial<Record<Command, Command>> = {
  previousSentence: 'nextSentence',
  nextSentence: 'previousSentence',
};

/** The commands that repeat while their key is held. */
const REPEATED: ReadonlySet<Command> = new Set<Command>([
  'previousSentence',
  'nextSentence',
  'previousParagraph',
  'nextParagraph',
  'back',
  'forward',
]);

/** The controls that use certain keys themselves while they have the focus. */
const BUTTON_LIKE = '[type=checkbox], [type=radio], [type=button], [type=submit], [type=reset]';
const TYPED_INTO = `select, textarea, input:not(${BUTTON_LIKE}, [type=range]), [role=textbox],
  [role=searchbox], [role=combobox], [role=listbox], [role=menu], [role=tree], [role=grid],
  [contenteditable]:not([contenteditable=false])`;
const PRESSED = `button, summary, ${BUTTON_LIKE}, [role=button], [role=checkbox], [role=switch],
  [role=radio], [role=tab], audio, video`;
const MOVED =
  '[type=range], [type=radio], [role=slider], [role=spinbutton], [role=radio], [role=tab], audio, video';

/** A key press, and the path from the focused element to the window, which the event loses after its dispatch. */
export interface KeyPress {
  readonly event: KeyboardEvent;
  readonly path: readonly EventTarget[];
}

/**
 * Makes single keys control a player while the focus is in it, in its own controls or in a publisher's, unless the listener has
 * switched them off (WCAG 2.1.4). Keys that the focused control uses itself are left to it.
 *
 * @param keyPresses keys that were pressed before, and are handled now
 */
export function handleShortcuts(
  player: HTMLElement,
  playback: Playback,
  keyPresses: readonly KeyPress[] = [],
): void {
  const handle = (press: KeyPress) => {
    const { event } = press;
    const command = commandOf(press, player);
    if (!command || !isUseful(command, playback)) return;
    event.preventDefault();
    if (!event.repeat || REPEATED.has(command)) act(command, playback, player);
  };
  keyPresses.forEach(handle);
  player.addEventListener('keydown', (event) => handle({ event, path: event.composedPath() }));
}

function commandOf({ event, path }: KeyPress, player: HTMLElement): Command | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (!settings.current.keys || event.defaultPrevented || event.isComposing) return null;
  if (altKey || ctrlKey || metaKey) return null;
  // Shift changes a character into another one; with other keys it has a meaning of its own, such as extending a selection.
  if (shiftKey && (key.length > 1 || key === ' ')) return null;
  if (isTaken(key, path, player)) return null;
  const entries = Object.entries(KEYS) as [Command, readonly string[]][];
  const command = entries.find(
    ([, keys]) => keys.includes(key.toLowerCase()) || keys.includes(key),
  );
  if (!command) return null;
  const mirrored = getComputedStyle(player).direction === 'rtl';
  return (mirrored && MIRRORED[command[0]]) || command[0];
}

/** Whether a control between the focus and the player uses the key itself. */
function isTaken(key: string, path: readonly EventTarget[], player: HTMLElement): boolean {
  const takers = [TYPED_INTO];
  if (key === ' ') takers.push(PRESSED);
  if (/^(Arrow|Home$|End$)/.test(key)) takers.push(MOVED);
  return path
    .slice(0, path.indexOf(player))
    .some((node) => node instanceof Element && node.matches(takers.join()));
}

/** Seeks are disabled before reading has begun, as are their buttons. Their keys scroll the page then. */
function isUseful(command: Command, { state }: Playback): boolean {
  const always = ['playOrPause', 'slower', 'faster', 'mute', 'list'].includes(command);
  return always || (state !== 'idle' && state !== 'failed');
}

function act(command: Command, playback: Playback, player: HTMLElement): void {
  const actions: Record<Command, () => void> = {
    playOrPause: () =>
      playback.paused ? void playback.play().catch(() => undefined) : playback.pause(),
    previousSentence: () => playback.previous(),
    nextSentence: () => playback.next(),
    previousParagraph: () => playback.previous('paragraph'),
    nextParagraph: () => playback.next('paragraph'),
    back: () => seekBy(playback, -SEEK_STEP),
    forward: () => seekBy(playback, SEEK_STEP),
    beginning: () => playback.seekToCue(0),
    end: () => (playback.currentTime = Infinity),
    slower: () => settings.choose({ rate: adjacentRate(playback.playbackRate, 'slower') }),
    faster: () => settings.choose({ rate: adjacentRate(playback.playbackRate, 'faster') }),
    mute: () => settings.choose(toggledSilence(playback)),
    list: () => showKeyList(player),
  };
  actions[command]();
}
