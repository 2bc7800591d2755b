import { wavOf } from '../speech/sound/wav.js';

/** Chromium gives no media keys to sounds of 5 seconds or less: `kMinimumContentDurationSecs` in media/base/media_content_type.cc. */
const SECONDS = 10;

const SAMPLE_RATE = 8000;

/**
 * Firefox gives none to sounds whose peaks stay below -72 dB: `AUDIBILITY_THRESHOLD` in dom/media/AudibilityMonitor.h. These
 * are 10 steps of 16 bit, -70 dB, and so low a tone that it would take some 75 dB to be heard (ISO 226).
 */
const PEAK = 10;
const HERTZ = 20;

/**
 * A sound that is not heard and never ends. Browsers give the system's media controls to `<audio>`, and not to speech:
 * https://support.mozilla.org/kb/control-audio-or-video-playback-your-keyboard
 */
export class SilentSound {
  readonly #onTaken: () => void;
  #audio: HTMLAudioElement | null = null;
  #url = '';
  #wanted = false;
  #refused = false;

  /** @param onTaken called when the system takes the sound away, as for a call or when headphones are unplugged */
  constructor(onTaken: () => void) {
    this.#onTaken = onTaken;
  }

  /** Plays on. Does nothing any more where the page's policy or the browser has refused it once. */
  play(): void {
    if (this.#wanted || this.#refused) return;
    this.#wanted = true;
    this.#audio ??= this.#make();
    this.#audio.play().catch((error: unknown) => {
      // A pause interrupts play(); that is no refusal.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      this.#refused = true;
      this.end();
    });
  }

  pause(): void {
    this.#wanted = false;
    this.#audio?.pause();
  }

  /** Gives back what it holds. */
  end(): void {
    this.pause();
    this.#audio?.removeAttribute('src');
    this.#audio = null;
    URL.revokeObjectURL(this.#url);
  }

  #make(): HTMLAudioElement {
    const samples = new Int16Array(SECONDS * SAMPLE_RATE);
    const turn = (2 * Math.PI * HERTZ) / SAMPLE_RATE;
    samples.forEach((_, at) => (samples[at] = Math.round(PEAK * Math.sin(at * turn))));
    this.#url = URL.createObjectURL(wavOf([samples], SAMPLE_RATE));
    const audio = new Audio(this.#url);
    audio.loop = true;
    audio.addEventListener('pause', () => {
      if (!this.#wanted || !audio.paused) return;
      this.#wanted = false;
      this.#onTaken();
    });
    return audio;
  }
}
