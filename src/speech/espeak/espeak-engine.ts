import {
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type Utterance,
  type Voice,
} from '../engine.js';
import { primaryLanguage } from '../language-tag.js';
import { type Rendering, soundOf } from '../sound/rendering.js';
import type { Sound } from '../sound/sound.js';
import { SoundEngine } from '../sound/sound-engine.js';
import { AUDIBLE_RATES } from '../sound/sound-player.js';
import { EmbeddedVoice } from './embedded-voice.js';
import type { VoiceFiles } from './voice-files.js';

const VOICE: Voice = {
  voiceURI: 'vorleser:espeak-ng/de',
  name: 'eSpeak NG',
  lang: 'de',
  localService: true,
  default: false,
};

/**
 * The embedded German voice, eSpeak NG. It is loaded when it is first needed and renders in a worker. After that it needs no
 * network, and it never needs a system voice or a permission.
 */
export class EspeakEngine extends SoundEngine implements SpeechEngine {
  readonly name = 'embedded';
  readonly abilities = {
    words: 'exact',
    resumes: 'exactly',
    runs: true,
    seeks: true,
    mediaElement: true,
    rates: AUDIBLE_RATES,
  } as const;
  voice: string | null = null;
  readonly #files: VoiceFiles;
  #embedded: EmbeddedVoice | null = null;
  #disposed = false;
  #upcoming: readonly Utterance[] = [];
  #renderings = new Map<Utterance, Promise<Rendering>>();
  readonly #rendered = new WeakMap<Utterance, Rendering>();
  #renderingAhead = false;

  constructor(files: VoiceFiles) {
    super();
    this.#files = files;
  }

  voices(): Promise<readonly Voice[]> {
    return Promise.resolve([VOICE]);
  }

  speaks(lang: string): Promise<boolean> {
    return Promise.resolve(primaryLanguage(lang) === 'de');
  }

  async load(onProgress: (share: number) => void): Promise<void> {
    if (this.#disposed) throw new SpeechError('unavailable', 'The engine was disposed');
    this.#embedded ??= EmbeddedVoice.use(this.#files);
    await this.#embedded.load(onProgress);
  }

  prepare(utterances: readonly Utterance[]): void {
    this.#upcoming = utterances;
    for (const utterance of this.#renderings.keys()) {
      if (!utterances.includes(utterance)) {
        this.#renderings.delete(utterance);
        this.#rendered.delete(utterance);
      }
    }
    if (!this.#renderingAhead) void this.#renderAhead();
  }

  async speak(utterance: Utterance, options: SpeakOptions): Promise<void> {
    await this.player.speak(utterance, () => this.#soundFrom(utterance), options);
  }

  dispose(): void {
    this.#disposed = true;
    this.#upcoming = [];
    this.player.dispose();
    this.#embedded?.release();
    this.#embedded = null;
  }

  /** Renders the upcoming utterances one by one, so that an utterance that is needed at once waits for one other at most. */
  async #renderAhead(): Promise<void> {
    this.#renderingAhead = true;
    try {
      let next: Utterance | undefined;
      while ((next = this.#upcoming.find((utterance) => !this.#rendered.has(utterance)))) {
        await this.#render(next);
      }
    } catch {
      // speak() will fail in the same way and report it.
    } finally {
      this.#renderingAhead = false;
    }
  }

  #render(utterance: Utterance): Promise<Rendering> {
    let rendering = this.#renderings.get(utterance);
    if (!rendering) {
      rendering = this.#synthesize(utterance);
      rendering.catch(() => this.#renderings.delete(utterance));
      this.#renderings.set(utterance, rendering);
    }
    return rendering;
  }

  async #synthesize(utterance: Utterance): Promise<Rendering> {
    if (!this.#embedded) throw new SpeechError('unavailable', 'The embedded voice is not loaded');
    const rendering = await this.#embedded.render(utterance);
    this.#rendered.set(utterance, rendering);
    return rendering;
  }

  /** A sound of an utterance and of those after it that have been rendered so far. */
  async #soundFrom(first: Utterance): Promise<Sound> {
    await this.#render(first);
    const following = this.#upcoming.slice(this.#upcoming.indexOf(first) + 1);
    return soundOf([first, ...following], (utterance) => this.#rendered.get(utterance));
  }
}
