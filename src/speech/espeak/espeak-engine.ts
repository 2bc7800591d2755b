import {
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type Utterance,
  type Voice,
} from '../engine.js';
import { type Rendering, soundOf } from '../sound/rendering.js';
import type { Sound } from '../sound/sound.js';
import { AUDIBLE_RATES, SoundPlayer } from '../sound/sound-player.js';
import { primaryLanguage } from '../language-tag.js';
import { WorkerClient } from './worker-client.js';
import { workerUrl } from './worker-url.js';

const VOICE: Voice = {
  voiceURI: 'vorleser:espeak-ng/de',
  name: 'eSpeak NG',
  lang: 'de',
  localService: true,
  default: false,
};

/**
 * The embedded German voice: eSpeak NG, loaded when it is first needed and rendered in a worker. Needs no network after
 * that, no system voice and no permission.
 */
export class EspeakEngine implements SpeechEngine {
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
  readonly #workerUrl: URL;
  readonly #player = new SoundPlayer();
  #rate = 1;
  #volume = 1;
  #worker: WorkerClient | null = null;
  #loading: Promise<void> | null = null;
  #onProgress: (share: number) => void = () => undefined;
  #upcoming: readonly Utterance[] = [];
  #renderings = new Map<Utterance, Promise<Rendering>>();
  readonly #rendered = new WeakMap<Utterance, Rendering>();
  #renderingAhead = false;

  constructor(url: URL = workerUrl) {
    this.#workerUrl = url;
  }

  get rate(): number {
    return this.#rate;
  }

  set rate(rate: number) {
    this.#rate = this.#player.rate = rate;
  }

  get volume(): number {
    return this.#volume;
  }

  set volume(volume: number) {
    this.#volume = this.#player.volume = volume;
  }

  voices(): Promise<readonly Voice[]> {
    return Promise.resolve([VOICE]);
  }

  speaks(lang: string): Promise<boolean> {
    return Promise.resolve(primaryLanguage(lang) === 'de');
  }

  load(onProgress: (share: number) => void): Promise<void> {
    this.#onProgress = onProgress;
    if (!this.#loading) {
      onProgress(0);
      this.#loading = this.#startWorker().catch((error: unknown) => {
        this.#loading = null;
        throw error;
      });
    }
    return this.#loading;
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
    await this.#player.speak(utterance, () => this.#soundFrom(utterance), options);
  }

  pause(): void {
    this.#player.pause();
  }

  resume(): void {
    this.#player.resume();
  }

  dispose(): void {
    this.#player.dispose();
    this.#worker?.terminate();
  }

  async #startWorker(): Promise<void> {
    try {
      this.#worker = new WorkerClient(this.#workerUrl, (share) => this.#onProgress(share));
    } catch (cause) {
      throw new SpeechError('failed', 'The page does not allow the voice to be started', { cause });
    }
    await this.#worker.ready;
  }

  /** Renders what comes next, one utterance after the other, so that one wanted at once waits for one at the most. */
  async #renderAhead(): Promise<void> {
    this.#renderingAhead = true;
    try {
      let next: Utterance | undefined;
      while ((next = this.#upcoming.find((utterance) => !this.#rendered.has(utterance)))) {
        await this.#render(next);
      }
    } catch {
      // speak() meets the same failure and tells it.
    } finally {
      this.#renderingAhead = false;
    }
  }

  #render(utterance: Utterance): Promise<Rendering> {
    let rendering = this.#renderings.get(utterance);
    if (!rendering) {
      rendering = this.#synthesize(utterance).then((done) => {
        this.#rendered.set(utterance, done);
        return done;
      });
      rendering.catch(() => this.#renderings.delete(utterance));
      this.#renderings.set(utterance, rendering);
    }
    return rendering;
  }

  /** A worker that breaks meanwhile is started anew, once. */
  async #synthesize(utterance: Utterance): Promise<Rendering> {
    for (let attempt = 1; ; attempt++) {
      const worker = this.#worker;
      if (!worker) throw new SpeechError('unavailable', 'The voice is not loaded');
      try {
        return await worker.render(utterance);
      } catch (error) {
        if (attempt > 1) throw error;
        if (this.#worker === worker) this.#loading = null;
        await this.load(this.#onProgress);
      }
    }
  }

  /** A sound of an utterance and of all that follow it and are rendered by now, with the silences between them. */
  async #soundFrom(first: Utterance): Promise<Sound> {
    await this.#render(first);
    const following = this.#upcoming.slice(this.#upcoming.indexOf(first) + 1);
    return soundOf([first, ...following], (utterance) => this.#rendered.get(utterance));
  }
}
