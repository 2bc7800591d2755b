import type { Abilities, SpeakOptions, SpeechEngine, Utterance, Voice } from '../engine.js';
import { type Rendering, soundOf } from '../sound/rendering.js';
import type { Sound } from '../sound/sound.js';
import { SoundEngine } from '../sound/sound-engine.js';
import { RenderingCache } from './rendering-cache.js';

/** How many utterances are fetched ahead at most. Each costs its publisher something, even if nobody hears it. */
const MAX_AHEAD = 3;

/**
 * What the engines of speech services have in common: they send the text of each utterance to the service, a few utterances ahead,
 * and play the sound that they receive. A change of rate or volume, a pause, or going back needs no further request.
 */
export abstract class ServiceEngine extends SoundEngine implements SpeechEngine {
  abstract readonly name: string;
  abstract readonly recipient: string | undefined;
  abstract readonly abilities: Abilities;
  readonly #cache = new RenderingCache((request, signal) => this.fetchRendering(request, signal));
  #voice: string | null = null;
  #loading: Promise<void> | null = null;
  #upcoming: readonly Utterance[] = [];
  #fetchingAhead = false;

  get voice(): string | null {
    return this.#voice;
  }

  set voice(voice: string | null) {
    if (voice === this.#voice) return;
    this.#voice = voice;
    this.player.invalidateSound();
  }

  /** Requests the list of voices from the service. Sends no text. */
  abstract voices(): Promise<readonly Voice[]>;

  abstract speaks(lang: string): Promise<boolean>;

  load(): Promise<void> {
    this.#loading ??= this.open().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  prepare(utterances: readonly Utterance[]): void {
    this.#upcoming = utterances;
    this.#cache.abortAllExcept(new Set(utterances.map((utterance) => this.requestFor(utterance))));
    void this.#fetchAhead();
  }

  async speak(utterance: Utterance, options: SpeakOptions): Promise<void> {
    this.#upcoming = [utterance, ...this.#upcoming.slice(this.#upcoming.indexOf(utterance) + 1)];
    void this.#fetchAhead();
    await this.player.speak(utterance, () => this.#soundOfUpcoming(options.signal), options);
  }

  dispose(): void {
    this.#upcoming = [];
    this.#cache.abortAllExcept(new Set());
    this.player.dispose();
  }

  /** Prepares for `fetchRendering`. @throws a SpeechError */
  protected abstract open(): Promise<void>;

  /** What the service is asked for an utterance with the current voice. Equal requests have equal renderings. */
  protected abstract requestFor(utterance: Utterance): string;

  /** @throws a SpeechError, or the signal's reason */
  protected abstract fetchRendering(request: string, signal: AbortSignal): Promise<Rendering>;

  /** Fetches the upcoming utterances one by one, so that an utterance that is needed at once does not wait for many others. */
  async #fetchAhead(): Promise<void> {
    if (this.#fetchingAhead) return;
    this.#fetchingAhead = true;
    for (let next; (next = this.#firstMissing());) {
      try {
        await this.#cache.get(this.requestFor(next));
      } catch {
        // speak() will fail in the same way and report it, unless the utterance is no longer wanted.
        if (this.#upcoming.includes(next)) break;
      }
    }
    this.#fetchingAhead = false;
  }

  #firstMissing(): Utterance | undefined {
    return this.#upcoming
      .slice(0, 1 + MAX_AHEAD)
      .find((utterance) => !this.#renderingOf(utterance));
  }

  /** A sound of the next utterance and of those after it that have been fetched so far. */
  async #soundOfUpcoming(signal: AbortSignal): Promise<Sound> {
    const upcoming = this.#upcoming;
    const [first] = upcoming as [Utterance];
    const rendering = await this.#cache.get(this.requestFor(first));
    signal.throwIfAborted();
    return soundOf(upcoming, (utterance) =>
      utterance === first ? rendering : this.#renderingOf(utterance),
    );
  }

  #renderingOf(utterance: Utterance): Rendering | undefined {
    return this.#cache.peek(this.requestFor(utterance));
  }
}
