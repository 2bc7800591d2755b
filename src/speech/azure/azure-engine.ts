import type {
  Abilities,
  SpeakOptions,
  SpeechEngine,
  SystemCommands,
  Utterance,
  Voice,
} from '../engine.js';
import { primaryLanguage } from '../language-tag.js';
import { type Rendering, soundOf } from '../sound/rendering.js';
import type { Sound } from '../sound/sound.js';
import { AUDIBLE_RATES, SoundPlayer } from '../sound/sound-player.js';
import { bestVoice } from '../voices.js';
import { AzureService, DEFAULT_VOICE } from './azure-service.js';
import { decodeAudio } from './decode-audio.js';
import { RenderingCache } from './rendering-cache.js';
import { isMultilingual, localeOf, ssmlOf } from './ssml.js';
import { Tokens } from './tokens.js';

/** What a publisher configures for Azure's voices. */
export interface AzureOptions {
  /** The URL of a token broker, such as `vorleser/server/token`, which answers with a `TokenAnswer`. */
  readonly tokenUrl: string | URL;
  /** The host that texts may be sent to, including its subdomains. To be set for sovereign clouds only. */
  readonly recipient?: string;
}

/** How many utterances are fetched ahead at most. The publisher pays for each, even if nobody hears it. */
const MAX_AHEAD = 3;

/** The languages of Azure's voices. @see https://learn.microsoft.com/azure/ai-services/speech-service/language-support?tabs=tts */
const LANGUAGES = new Set(
  (
    'af am ar as az bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it iu ja jv ka kk km ' +
    'kn ko lo lt lv mk ml mn mr ms mt my nb ne nl or pa pl ps pt ro ru si sk sl so sq sr su sv sw ta te th tr uk ur uz vi ' +
    'wuu yue zh zu'
  ).split(' '),
);

/**
 * Speaks with Azure's neural voices. It sends the text of each utterance to the service, a few utterances ahead, and plays the
 * sound that it receives. A change of rate or volume, a pause, or going back needs no further request.
 *
 * It needs all pronunciation rules, so it has no `pronounces`. The service guesses how to read German numbers: it reads
 * „43609“ digit by digit, and „zum 23.11.2025“ in the wrong case (https://learn.microsoft.com/answers/questions/590466,
 * https://learn.microsoft.com/answers/questions/2169108).
 */
export class AzureEngine implements SpeechEngine {
  readonly name = 'azure';
  readonly recipient: string;
  readonly #service: AzureService;
  readonly #cache = new RenderingCache(async (ssml, signal) =>
    decodeAudio(await this.#service.synthesize(ssml, signal)),
  );
  readonly #player = new SoundPlayer();
  #rate = 1;
  #volume = 1;
  #voice: string | null = null;
  #voices: readonly Voice[] = [];
  #loading: Promise<void> | null = null;
  #upcoming: readonly Utterance[] = [];
  #fetchingAhead = false;

  constructor({ tokenUrl, recipient }: AzureOptions) {
    const tokens = new Tokens(tokenUrl, recipient);
    this.recipient = tokens.recipient;
    this.#service = new AzureService(tokens);
  }

  get abilities(): Abilities {
    const runs = isMultilingual(this.#voiceFor('de'));
    return {
      words: 'none',
      resumes: 'exactly',
      runs,
      seeks: true,
      mediaElement: true,
      rates: AUDIBLE_RATES,
    };
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

  get systemCommands(): SystemCommands | null {
    return this.#player.systemCommands;
  }

  set systemCommands(commands: SystemCommands | null) {
    this.#player.systemCommands = commands;
  }

  get voice(): string | null {
    return this.#voice;
  }

  set voice(voice: string | null) {
    if (voice === this.#voice) return;
    this.#voice = voice;
    this.#player.invalidateSound();
  }

  /** Requests the list of voices from the service. Sends no text. */
  async voices(): Promise<readonly Voice[]> {
    const voices = await this.#service.voices();
    const { recipient } = this;
    if (voices.length > 0) this.#voices = voices.map((voice) => ({ ...voice, recipient }));
    return this.#voices;
  }

  /** Makes no request: the answer comes from the voices listed so far, or else from Azure's documentation. */
  speaks(lang: string): Promise<boolean> {
    return Promise.resolve(
      this.#voices.length > 0
        ? bestVoice(this.#voices, lang) !== undefined
        : LANGUAGES.has(primaryLanguage(lang)),
    );
  }

  load(): Promise<void> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  prepare(utterances: readonly Utterance[]): void {
    this.#upcoming = utterances;
    this.#cache.abortAllExcept(new Set(utterances.map((utterance) => this.#ssmlOf(utterance))));
    void this.#fetchAhead();
  }

  async speak(utterance: Utterance, options: SpeakOptions): Promise<void> {
    this.#upcoming = [utterance, ...this.#upcoming.slice(this.#upcoming.indexOf(utterance) + 1)];
    void this.#fetchAhead();
    await this.#player.speak(utterance, () => this.#soundOfUpcoming(options.signal), options);
  }

  pause(): void {
    this.#player.pause();
  }

  resume(): void {
    this.#player.resume();
  }

  dispose(): void {
    this.#upcoming = [];
    this.#cache.abortAllExcept(new Set());
    this.#player.dispose();
  }

  async #load(): Promise<void> {
    await this.#service.open();
    await this.voices();
  }

  /** Fetches the upcoming utterances one by one, so that an utterance that is needed at once does not wait for many others. */
  async #fetchAhead(): Promise<void> {
    if (this.#fetchingAhead) return;
    this.#fetchingAhead = true;
    for (let next; (next = this.#firstMissing());) {
      try {
        await this.#cache.get(this.#ssmlOf(next));
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
    const rendering = await this.#cache.get(this.#ssmlOf(first));
    signal.throwIfAborted();
    return soundOf(upcoming, (utterance) =>
      utterance === first ? rendering : this.#renderingOf(utterance),
    );
  }

  #renderingOf(utterance: Utterance): Rendering | undefined {
    return this.#cache.peek(this.#ssmlOf(utterance));
  }

  #ssmlOf(utterance: Utterance): string {
    return ssmlOf(utterance, this.#voiceFor(utterance.lang));
  }

  /** The short name of the voice for a language. */
  #voiceFor(lang: string): string {
    const chosen = this.#voices.find(({ voiceURI }) => voiceURI === this.#voice);
    if (chosen && primaryLanguage(chosen.lang) === primaryLanguage(lang)) return chosen.voiceURI;
    return bestVoice(this.#voices, localeOf(lang))?.voiceURI ?? DEFAULT_VOICE;
  }
}
