import type { SystemCommands } from '../speech/engine.js';
import { wavOf } from '../speech/sound/wav.js';

/** Chromium gives media keys only to sounds longer than 5 seconds: `kMinimumContentDurationSecs` in media/base/media_content_type.cc. */
const SECONDS = 10;

const SAMPLE_RATE = 8000;

/**
 * Firefox gives them only to sounds whose peaks reach -72 dB: `AUDIBILITY_THRESHOLD` in dom/media/AudibilityMonitor.h. This
 * peak is 10 steps of 16 bit, or -70 dB, at a pitch so low that it would take some 75 dB to be heard (ISO 226).
 */
const PEAK = 10;
const HERTZ = 20;

/** The sound of all of them, made for the first: that takes longer than a press may. */
let made: Blob | null = null;

/**
 * An endless sound that is not heard. Browsers give the system's media controls to `<audio>`, but not to speech:
 * https://support.mozilla.org/kb/control-audio-or-video-playback-your-keyboard
 */
export class SilentSound {
  readonly #systemCommands: SystemCommands;
  #audio: HTMLAudioElement | null = null;
  #url = '';
  #wanted = false;
  #refused = false;

  /** @param systemCommands carries out that the system pauses the sound, for a call or when headphones are unplugged */
  constructor(systemCommands: SystemCommands) {
    this.#systemCommands = systemCommands;
  }

  /** Whether it has been played, so that browsers let it play again without a press. */
  get hasPlayed(): boolean {
    return this.#audio !== null;
  }

  /** Plays or resumes. Does nothing once the page's policy or the browser has refused it. */
  play(): void {
    if (this.#wanted || this.#refused) return;
    this.#wanted = true;
    this.#audio ??= this.#make();
    this.#audio.play().catch((error: unknown) => {
      // play() also rejects when a pause interrupts it, which is not a refusal.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      this.#refused = true;
      this.end();
    });
  }

  pause(): void {
    this.#wanted = false;
    this.#audio?.pause();
  }

  /** Releases the sound. */
  end(): void {
    this.pause();
    this.#audio?.removeAttribute('src');
    this.#audio = null;
    URL.revokeObjectURL(this.#url);
  }

  #make(): HTMLAudioElement {
    made ??= makeSound();
    this.#url = URL.createObjectURL(made);
    const audio = new Audio(this.#url);
    audio.loop = true;
    audio.addEventListener('pause', () => {
      if (!this.#wanted || !audio.paused || audio !== this.#audio) return;
      this.#wanted = false;
      this.#systemCommands.pause();
    });
    audio.addEventListener('play', () => {
      if (this.#wanted || audio.paused) return;
      audio.pause();
      this.#systemCommands.play();
    });
    return audio;
  }
}

function makeSound(): Blob {
  const samples = new Int16Array(SECONDS * SAMPLE_RATE);
  const turn = (2 * Math.PI * HERTZ) / SAMPLE_RATE;
  samples.forEach((_, at) => (samples[at] = Math.round(PEAK * Math.sin(at * turn))));
  return wavOf([samples], SAMPLE_RATE);
}
