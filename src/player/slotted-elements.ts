import { defineOptionalControls } from '../controls/optional-controls.js';
import { VorleserRecording } from '../controls/vorleser-recording.js';
import { recordingIn } from '../speech/recording/recording-in.js';

/** Uses what a page has put into a player: controls that the default bar does not have, and the article's recording. */
export function useSlottedElements(player: HTMLElement & ParentNode): void {
  if (player.querySelector(':not(:defined)')) defineOptionalControls();
  if (player.querySelector('vorleser-later-button, vorleser-queue'))
    void import('../controls/queue/define-queue.js').then(({ defineQueue }) => defineQueue());
  const audio = recordingIn(player);
  if (audio) takeOver(player, audio);
}

/**
 * Hides the `<audio>` that has played the recording without the player, and shows the bar in its place. One that is being
 * heard is left alone until it is paused.
 */
function takeOver(player: HTMLElement, audio: HTMLAudioElement): void {
  if (!audio.paused && !audio.ended) {
    audio.addEventListener('pause', () => takeOver(player, audio), { once: true });
    return;
  }
  const tree = player.shadowRoot;
  if (audio.parentElement !== player || !tree) return;
  const hasOwnBar = player.childElementCount > 1;
  // What has no slot is not shown, and a slot without elements shows its default bar.
  if (hasOwnBar) audio.slot = 'recording';
  else tree.querySelector('slot')?.setAttribute('name', 'controls');
  if (!hasOwnBar && !tree.querySelector('vorleser-recording'))
    tree.querySelector('[part=bar]')?.append(new VorleserRecording());
}
