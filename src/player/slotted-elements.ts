import { defineOptionalControls } from '../controls/optional-controls.js';
import { defineRecording } from '../controls/vorleser-recording.js';
import { recordingIn } from '../speech/recording/recording-in.js';

/**
 * Uses what a page has put into a player: controls that the default bar does not have, and the article's recording.
 *
 * @param onRecording called when the default bar is shown in place of the recording
 */
export function useSlottedElements(
  player: HTMLElement & ParentNode,
  onRecording: () => void,
): void {
  if (player.querySelector(':not(:defined)')) defineOptionalControls();
  if (player.querySelector('vorleser-later-button, vorleser-queue'))
    void import('../controls/queue/define-queue.js').then(({ defineQueue }) => defineQueue());
  const audio = recordingIn(player);
  if (audio) takeOver(player, audio, onRecording);
  else if (player.querySelector(':scope > audio')) void reportMissingTrack();
}

async function reportMissingTrack(): Promise<void> {
  const { report } = await import('../console/report.js');
  report(
    'the <audio> in <vorleser-player> has no <track kind="metadata">, which says when each sentence is heard. Without it, the player cannot follow the recording',
  );
}

/**
 * Hides the `<audio>` that has played the recording without the player, and shows the bar in its place. One that is being
 * heard is left alone until it is paused.
 */
function takeOver(player: HTMLElement, audio: HTMLAudioElement, onRecording: () => void): void {
  if (!audio.paused && !audio.ended) {
    audio.addEventListener('pause', () => takeOver(player, audio, onRecording), { once: true });
    return;
  }
  const tree = player.shadowRoot;
  if (audio.parentElement !== player || !tree) return;
  // What has no slot is not shown, and a slot without elements shows its default bar.
  if (player.childElementCount > 1) audio.slot = 'recording';
  else {
    tree.querySelector('slot')?.setAttribute('name', 'controls');
    defineRecording();
    onRecording();
  }
}
