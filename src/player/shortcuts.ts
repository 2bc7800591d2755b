import { toggleSilence } from '../playback/silence.js';
import { moveBy, STEP } from '../playback/seek-by.js';
import type { Playback } from '../playback/playback.js';
import { chooseRate, rateBeside } from '../settings/playback-rates.js';
import { settings } from '../settings/settings.js';
import { type Command, KEYS } from '../controls/key-list/shortcut-keys.js';
import { listKeys } from '../controls/key-list/vorleser-key-list.js';

/** What a key does, in a text that is read from the right as from the left. */
const MIRRORED: Partial<Record<Command, Command>> = {
  previousSentence: 'nextSentence',
  nextSentence: 'previousSentence',
};

/** Of these nothing is held back when a key stays pressed. */
const REPEATED: ReadonlySet<Command> = new Set<Command>([
  'previousSentence',
  'nextSentence',
  'previousParagraph',
  'nextParagraph',
  'back',
  'forward',
]);

/** Which controls take a key themselves while they have the focus. */
const BUTTON_LIKE = '[type=checkbox], [type=radio], [type=button], [type=submit], [type=reset]';
const TYPED_INTO = `select, textarea, input:not(${BUTTON_LIKE}, [type=range]), [role=textbox],
  [role=searchbox], [role=combobox], [role=listbox], [role=menu], [role=tree], [role=grid],
  [contenteditable]:not([contenteditable=false])`;
const PRESSED = `button, summary, ${BUTTON_LIKE}, [role=button], [role=checkbox], [role=switch],
  [role=radio], [role=tab], audio, video`;
const MOVED =
  '[type=range], [type=radio], [role=slider], [role=spinbutton], [role=radio], [role=tab], audio, video';

/** A key that was pressed, and the way from where the focus was to the window, which the event forgets. */
export interface Press {
  readonly event: KeyboardEvent;
  readonly path: readonly EventTarget[];
}

/**
 * Lets single keys command a player as long as the focus is in it, in its own controls or in a publisher's, and the listener has
 * not switched them off (WCAG 2.1.4). A key that the focused control uses itself is left to it.
 *
 * @param presses keys that were pressed before, and are obeyed now
 */
export function obeyKeys(
  player: HTMLElement,
  playback: Playback,
  presses: readonly Press[] = [],
): void {
  const obey = (press: Press) => {
    const { event } = press;
    const command = commandOf(press, player);
    if (!command || !isOfUse(command, playback)) return;
    event.preventDefault();
    if (!event.repeat || REPEATED.has(command)) act(command, playback, player);
  };
  presses.forEach(obey);
  player.addEventListener('keydown', (event) => obey({ event, path: event.composedPath() }));
}

function commandOf({ event, path }: Press, player: HTMLElement): Command | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (settings.chosen.keys === false || event.defaultPrevented || event.isComposing) return null;
  if (altKey || ctrlKey || metaKey) return null;
  // With Shift a character is another one already, but other keys mean something else, such as to select.
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

/** Whether a control on the way from the focus to the player uses the key itself. */
function isTaken(key: string, path: readonly EventTarget[], player: HTMLElement): boolean {
  const takers = [TYPED_INTO];
  if (key === ' ') takers.push(PRESSED);
  if (/^(Arrow|Home$|End$)/.test(key)) takers.push(MOVED);
  return path
    .slice(0, path.indexOf(player))
    .some((node) => node instanceof Element && node.matches(takers.join()));
}

/** Jumps are of no use before reading has begun, as the buttons for them say; the keys scroll the page then. */
function isOfUse(command: Command, { state }: Playback): boolean {
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
    back: () => moveBy(playback, -STEP),
    forward: () => moveBy(playback, STEP),
    beginning: () => playback.seekToCue(0),
    end: () => (playback.currentTime = Infinity),
    slower: () => chooseRate(playback, rateBeside(playback.playbackRate, 'slower')),
    faster: () => chooseRate(playback, rateBeside(playback.playbackRate, 'faster')),
    mute: () => toggleSilence(playback),
    list: () => listKeys(player),
  };
  actions[command]();
}
