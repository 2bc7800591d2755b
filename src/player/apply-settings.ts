import type { Playback } from '../playback/playback.js';
import { type Settings, settings } from '../settings/settings.js';
import type { VorleserPlayer } from './vorleser-player.js';

/**
 * Gives a playback what the listener has chosen, on this day or an earlier one, here or in another player of the page; else
 * what the page has set.
 */
export class ChosenSettings {
  readonly #player: VorleserPlayer;
  readonly #playback: Playback;
  /** What was chosen when it was applied last. */
  #chosen: Settings = {};

  constructor(player: VorleserPlayer, playback: Playback) {
    this.#player = player;
    this.#playback = playback;
  }

  apply(): void {
    const before = this.#chosen;
    const { rate, volume, pauses, headings, captions, images, textSize, lineLength } =
      (this.#chosen = settings.chosen);
    this.applyVoice();
    if (!rate && before.rate) this.applyDefaultRate();
    if (rate && rate !== before.rate) this.#playback.playbackRate = rate;
    if (volume !== before.volume) this.#playback.volume = volume ?? 1;
    if (pauses !== before.pauses) this.#playback.pauses = pauses ?? 1;
    if (headings !== before.headings || captions !== before.captions || images !== before.images)
      void this.#playback.readAnew();
    if (textSize || lineLength)
      void import('../page/article-typography.js').then(({ joinLook }) => joinLook(this.#player));
  }

  applyVoice(): void {
    this.#playback.voice = settings.chosen.voice?.voiceURI ?? this.#player.defaultVoice;
  }

  applyDefaultRate(): void {
    try {
      this.#playback.playbackRate = this.#player.defaultPlaybackRate;
    } catch (error) {
      console.error('<vorleser-player playbackrate>', error);
    }
  }
}
