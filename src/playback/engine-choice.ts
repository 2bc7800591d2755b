import { clampRate } from '../speech/clamp-rate.js';
import {
  type SpeechEngine,
  SpeechError,
  type SystemCommands,
  type Voice,
} from '../speech/engine.js';
import { voicesFor } from '../speech/voices.js';
import type { SpeechSettings } from './speech-settings.js';
import { withTimeout } from './watchdog.js';

/** How long the code of an engine may take to load, and an engine to answer whether it speaks a language; milliseconds. */
const CODE_TIMEOUT = 15_000;
const ANSWER_TIMEOUT = 4000;

/** How long the browser may take to list its voices where a listener is waiting already, because an engine has failed. */
const LIST_TIMEOUT = 100;

export interface VoicesOfEngine {
  readonly engine: string;
  readonly voices: readonly Voice[];
}

/** Answers whether text may be sent to a recipient. */
export interface Consent {
  /** False where the listener has not been asked. */
  readonly allows: (recipient: string) => boolean;
  /** @param mayAsk whether the listener may be asked, if there is no answer yet */
  consent(recipient: string, mayAsk: boolean): Promise<boolean>;
}

/** Makes an engine when it is first needed; null where this browser has no such engine. */
export type EngineSource = () => Promise<SpeechEngine | null>;

/** Whether an engine that covers some sentences only, such as a recording, covers what is to be spoken. */
export type Covers = (engine: SpeechEngine) => boolean;

const coversNothing: Covers = () => false;

interface Search {
  readonly except?: SpeechEngine | null;
  readonly mayAsk?: boolean;
  readonly covers?: Covers;
  /** Whether another engine is better than a browser that has not listed its voices. */
  readonly soon?: boolean;
}

/** Chooses the engine: tries them in order, makes each when it is first needed, and leaves out those that failed. */
export class EngineChoice {
  readonly #sources: () => Iterable<EngineSource>;
  readonly #consent: Consent;
  readonly #systemCommands: SystemCommands | null;
  readonly #made = new Map<EngineSource, Promise<SpeechEngine | null>>();
  readonly #engines: SpeechEngine[] = [];
  /** The engines that failed. */
  readonly #dropped = new Set<SpeechEngine>();
  /** Those that list their voices late, for which nobody waits again. */
  readonly #late = new Set<SpeechEngine>();
  /** The languages for which an engine was left out because the listener has not allowed it, and could not be asked. */
  readonly #unasked = new Set<string>();
  /** The engine found for any text of each language, which stays until it fails. */
  readonly #found = new Map<string, Promise<SpeechEngine | null>>();
  #speech: SpeechSettings = { rate: 1, volume: 1, voice: null, answers: 0 };
  #disposed = false;
  /** Why the code of engines did not load. */
  readonly codeErrors: Error[] = [];

  /**
   * @param sources the engines in the order in which they are tried; each source must stay the same function
   * @param systemCommands carries out what the system does to the sound of any of the engines
   */
  constructor(
    sources: () => Iterable<EngineSource>,
    consent: Consent,
    systemCommands: SystemCommands | null = null,
  ) {
    this.#sources = sources;
    this.#consent = consent;
    this.#systemCommands = systemCommands;
  }

  /**
   * The engine for a language, BCP 47: the first that speaks it and has not failed, and the same from then on; null where
   * none is left. An engine that covers some sentences only is found for these, whatever their language.
   *
   * @param mayAsk whether the listener may be asked if text may be sent
   * @param soon whether another engine is better than a browser that has not listed its voices
   */
  async find(
    lang: string,
    mayAsk = true,
    covers: Covers = coversNothing,
    soon = false,
  ): Promise<SpeechEngine | null> {
    if (mayAsk && this.#unasked.delete(lang)) this.#found.delete(lang);
    const covering = await this.#covering(lang, covers);
    if (covering) return this.#configure(covering);
    const found = this.#found.get(lang) ?? this.#search(lang, { mayAsk, covers, soon });
    this.#found.set(lang, found);
    const engine = await found.catch((error: unknown) => {
      this.#found.delete(lang);
      throw error;
    });
    const isRight = engine && this.#isUsable(engine) && (!engine.covers || covers(engine));
    const stays = isRight && !engine.covers;
    if (!stays && this.#found.get(lang) === found) this.#found.delete(lang);
    if (isRight) return this.#configure(engine);
    return engine && this.find(lang, mayAsk, covers, soon);
  }

  /** The engine that covers what is to be spoken, of those before the one that was found for any text of a language. */
  async #covering(lang: string, covers: Covers): Promise<SpeechEngine | null> {
    const any = await this.#found.get(lang)?.catch(() => null);
    if (!any) return null;
    for (const source of this.#sources()) {
      const engine = await this.#made.get(source);
      if (engine === any) return null;
      if (engine?.covers && !this.#dropped.has(engine) && covers(engine)) return engine;
    }
    return null;
  }

  /**
   * Finds the engine that will most likely speak, without asking the listener anything, so that its code is loaded when it is
   * needed. Where that is a recording, also the one that would take over: the browser begins to list its voices.
   */
  async prepare(lang: string): Promise<SpeechEngine | null> {
    const engine = await this.#first(lang, { covers: () => true });
    if (engine?.covers) void this.#first(lang, {});
    return engine;
  }

  /** The engine that would take over from another one, or null. */
  findSuccessor(
    engine: SpeechEngine,
    lang: string,
    covers: Covers = coversNothing,
  ): Promise<SpeechEngine | null> {
    return this.#search(lang, { except: engine, covers, soon: true });
  }

  /**
   * Loads the successors of an engine that needs a network, while there is one, up to the first that works offline. An
   * engine that speaks on the device needs no loaded successor.
   */
  async loadSuccessors(engine: SpeechEngine, lang: string): Promise<void> {
    if (!(await needsNetwork(engine, lang))) return;
    for (const source of this.#sources()) {
      const other = await this.#make(source);
      if (!other || other === engine || other.covers || this.#dropped.has(other)) continue;
      if (!(await this.#canSpeak(other, lang, false))) continue;
      await other.load(() => undefined).catch(() => undefined);
      if (!(await needsNetwork(other, lang))) return;
    }
  }

  /** Leaves out an engine that failed. */
  drop(engine: SpeechEngine): void {
    this.#dropped.add(engine);
  }

  /** Gives every engine another chance. */
  restore(): void {
    this.codeErrors.length = 0;
    this.#dropped.clear();
    this.#found.clear();
  }

  /** Configures all engines. A newly chosen voice is tried even where its engine had failed. */
  set(speech: SpeechSettings): void {
    if (speech.voice !== this.#speech.voice) this.restore();
    if (speech.answers !== this.#speech.answers) this.#found.clear();
    this.#speech = speech;
    for (const engine of this.#engines) this.#configure(engine);
  }

  /**
   * The voices of all engines, except for those that the listener has not allowed to be contacted.
   *
   * @throws an AbortError DOMException if it was disposed of before they were listed
   */
  async voices(): Promise<VoicesOfEngine[]> {
    const engines = await Promise.all([...this.#sources()].map((source) => this.#make(source)));
    const listed = await Promise.all(
      engines
        .filter((engine) => engine !== null)
        .map(async (engine) => ({
          engine: engine.name,
          voices: this.#isAllowed(engine) ? await voicesOf(engine) : [],
        })),
    );
    if (this.#disposed) throw new DOMException('The engines were disposed of', 'AbortError');
    return listed;
  }

  /** The engine with a name; null where there is none. */
  async named(name: string): Promise<SpeechEngine | null> {
    for (const source of this.#sources()) {
      const engine = await this.#make(source);
      if (engine?.name === name) return engine;
    }
    return null;
  }

  /** Disposes of all engines, including those that are still being made. Finds none from then on. */
  dispose(): void {
    this.#disposed = true;
    for (const engine of this.#engines) engine.dispose();
    this.#engines.length = 0;
    this.#made.clear();
    this.restore();
  }

  /** The first engine that a search finds; where `soon` has left out all of them, the first without it. */
  async #search(lang: string, search: Search): Promise<SpeechEngine | null> {
    const first = await this.#first(lang, search);
    return first || !search.soon ? first : this.#first(lang, { ...search, soon: false });
  }

  /** The first engine, in their order, that a search finds. */
  async #first(
    lang: string,
    { except = null, mayAsk = false, covers = coversNothing, soon = false }: Search,
  ): Promise<SpeechEngine | null> {
    for (const source of this.#sources()) {
      const engine = await this.#make(source);
      if (!engine || engine === except || this.#dropped.has(engine)) continue;
      if (engine.covers ? covers(engine) : await this.#canSpeak(engine, lang, mayAsk, soon))
        return engine;
    }
    return null;
  }

  /** Whether an engine speaks a language with a voice that may be used. Asks about the voice that it would prefer. */
  async #canSpeak(
    engine: SpeechEngine,
    lang: string,
    mayAsk: boolean,
    soon = false,
  ): Promise<boolean> {
    const { recipient } = engine;
    const timeout = soon ? this.#listTimeout(engine) : ANSWER_TIMEOUT;
    const speaks = async () => (await answerOf(() => engine.speaks(lang), timeout)) ?? false;
    if (recipient !== undefined) return (await speaks()) && this.#consents(recipient, lang, mayAsk);
    const ofVoice = await answerOf(
      async () => (await engine.recipientFor?.(lang)) ?? null,
      timeout,
    );
    if (ofVoice === undefined) {
      this.#late.add(engine);
      return false;
    }
    if (ofVoice !== null) await this.#consents(ofVoice, lang, mayAsk);
    return speaks();
  }

  /** How long an engine may take to answer while another one could speak, in milliseconds; only the browser lists its voices late. */
  #listTimeout(engine: SpeechEngine): number {
    if (engine.abilities.mediaElement) return ANSWER_TIMEOUT;
    return this.#late.has(engine) ? 0 : LIST_TIMEOUT;
  }

  async #consents(recipient: string, lang: string, mayAsk: boolean): Promise<boolean> {
    const allowed = await this.#consent.consent(recipient, mayAsk);
    if (!allowed && !mayAsk) this.#unasked.add(lang);
    return allowed;
  }

  #isUsable(engine: SpeechEngine): boolean {
    return !this.#dropped.has(engine) && this.#isAllowed(engine);
  }

  #isAllowed({ recipient }: SpeechEngine): boolean {
    return recipient === undefined || this.#consent.allows(recipient);
  }

  /** The rates that an engine supports depend on its voice, which may be known late. */
  #configure(engine: SpeechEngine): SpeechEngine {
    const { rate, volume, voice } = this.#speech;
    const { allows } = this.#consent;
    Object.assign(engine, { volume, voice, allows, systemCommands: this.#systemCommands });
    engine.rate = clampRate(rate, engine.abilities.rates);
    return engine;
  }

  #make(source: EngineSource): Promise<SpeechEngine | null> {
    if (this.#disposed) return Promise.resolve(null);
    let made = this.#made.get(source);
    if (!made) {
      const arrival = source().then((engine) => this.#take(engine));
      made = withTimeout(CODE_TIMEOUT, arrival, timeoutError('Its code')).catch((error: Error) => {
        this.codeErrors.push(error);
        this.#made.delete(source); // Its code did not load; the next attempt tries again.
        return null;
      });
      this.#made.set(source, made);
    }
    return made;
  }

  #take(engine: SpeechEngine | null): SpeechEngine | null {
    if (engine && this.#disposed) engine.dispose();
    else if (engine) this.#engines.push(this.#configure(engine));
    return this.#disposed ? null : engine;
  }
}

/** The voices of an engine; empty for one that does not answer. */
export async function voicesOf(engine: SpeechEngine): Promise<readonly Voice[]> {
  return (await answerOf(() => engine.voices())) ?? [];
}

/** Undefined where an engine does not answer. */
async function answerOf<Answer>(
  ask: () => Promise<Answer>,
  timeout = ANSWER_TIMEOUT,
): Promise<Answer | undefined> {
  try {
    return await withTimeout(timeout, ask(), timeoutError('Its answer'));
  } catch {
    return undefined;
  }
}

/** Whether an engine speaks a language with a voice from the network, as far as its list of voices shows. */
async function needsNetwork(engine: SpeechEngine, lang: string): Promise<boolean> {
  if (engine.recipient !== undefined || engine.covers) return true;
  const voices = voicesFor(await voicesOf(engine), lang);
  const chosen = voices.find(({ voiceURI }) => voiceURI === engine.voice);
  return voices.length > 0 && !(chosen?.localService ?? voices.some((voice) => voice.localService));
}

function timeoutError(what: string): SpeechError {
  return new SpeechError('timeout', `${what} did not come in time`);
}
