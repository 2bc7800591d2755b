import { clampRate } from '../speech/clamp-rate.js';
import { type SpeechEngine, SpeechError, type Voice } from '../speech/engine.js';
import { voicesFor } from '../speech/voices.js';
import { within } from './watchdog.js';

/** How long the code of an engine may take to arrive, and an engine to say whether it speaks a language; milliseconds. */
const CODE_PATIENCE = 15_000;
const ANSWER_PATIENCE = 4000;

/** How engines are asked to speak. */
export interface Manner {
  readonly rate: number;
  readonly volume: number;
  /** The `voiceURI` of the voice that was chosen, or null. */
  readonly voice: string | null;
}

export interface VoicesOfEngine {
  readonly engine: string;
  readonly voices: readonly Voice[];
}

/**
 * Whether texts may be sent to a host.
 *
 * @param ask whether the listener may be asked, where they have not said yet
 */
export type Consent = (recipient: string, ask: boolean) => Promise<boolean>;

/** Makes an engine when it is first needed; null where this browser has no such engine. */
export type EngineSource = () => Promise<SpeechEngine | null>;

/** The engines in the order they are tried, made when first needed, and which of them has given up. */
export class EngineChoice {
  readonly #sources: () => Iterable<EngineSource>;
  readonly #consent: Consent;
  readonly #made = new Map<EngineSource, Promise<SpeechEngine | null>>();
  readonly #engines: SpeechEngine[] = [];
  readonly #dropped = new Set<SpeechEngine>();
  /** What is found for each language, which stays until it gives up. */
  readonly #found = new Map<string, Promise<SpeechEngine | null>>();
  #manner: Manner = { rate: 1, volume: 1, voice: null };

  /** @param sources says which engines are tried and in which order; each source must stay the same function */
  constructor(sources: () => Iterable<EngineSource>, consent: Consent) {
    this.#sources = sources;
    this.#consent = consent;
  }

  /**
   * The engine for a language, BCP 47: the first that speaks it and has not given up, and the same from then on; null where
   * none is left.
   */
  async find(lang: string): Promise<SpeechEngine | null> {
    const found = this.#found.get(lang) ?? this.#first(lang);
    this.#found.set(lang, found);
    const engine = await found.catch((error: unknown) => {
      this.#found.delete(lang);
      throw error;
    });
    if (engine && !this.#dropped.has(engine)) return this.#tell(engine);
    if (this.#found.get(lang) === found) this.#found.delete(lang);
    return engine && this.find(lang);
  }

  /** Finds it without asking the listener for anything, so that its code is there when it is needed. */
  async prepare(lang: string): Promise<void> {
    await this.#first(lang, null, false);
  }

  /** The engine that would take over from another one, or null. */
  findOther(engine: SpeechEngine, lang: string): Promise<SpeechEngine | null> {
    return this.#first(lang, engine, false);
  }

  /**
   * Loads what would take over from an engine that needs a network, as long as there is one: as far as an engine that needs
   * none. An engine that speaks on the device has nothing loaded for it.
   */
  async secure(engine: SpeechEngine, lang: string): Promise<void> {
    if (!(await needsNetwork(engine, lang))) return;
    for (const source of this.#sources()) {
      const other = await this.#make(source);
      if (!other || other === engine || this.#dropped.has(other)) continue;
      if (!(await speaks(other, lang)) || !(await this.may(other, false))) continue;
      await other.load(() => undefined).catch(() => undefined);
      if (!(await needsNetwork(other, lang))) return;
    }
  }

  /** Leaves an engine out from now on. */
  drop(engine: SpeechEngine): void {
    this.#dropped.add(engine);
  }

  /** Gives every engine another chance. */
  restore(): void {
    this.#dropped.clear();
    this.#found.clear();
  }

  /** Says how all engines speak from now on. Who chooses a voice wants it even where its engine had given up. */
  set(manner: Manner): void {
    if (manner.voice !== this.#manner.voice) this.restore();
    this.#manner = manner;
    for (const engine of this.#engines) this.#tell(engine);
  }

  /** The voices of all engines, by their engines' names; none of one that the listener does not allow to be asked. */
  async voices(): Promise<VoicesOfEngine[]> {
    const engines = await Promise.all([...this.#sources()].map((source) => this.#make(source)));
    return Promise.all(
      engines
        .filter((engine) => engine !== null)
        .map(async (engine) => ({
          engine: engine.name,
          voices: (await this.may(engine, false)) ? await voicesOf(engine) : [],
        })),
    );
  }

  /** The engine of a name; null where there is none. */
  async named(name: string): Promise<SpeechEngine | null> {
    for (const source of this.#sources()) {
      const engine = await this.#make(source);
      if (engine?.name === name) return engine;
    }
    return null;
  }

  /**
   * Whether an engine may be given texts.
   *
   * @param ask whether the listener may be asked, where they have not said yet
   */
  async may({ recipient }: SpeechEngine, ask: boolean): Promise<boolean> {
    return recipient === undefined || this.#consent(recipient, ask);
  }

  dispose(): void {
    for (const engine of this.#engines) engine.dispose();
    this.#engines.length = 0;
    this.#made.clear();
    this.restore();
  }

  async #first(
    lang: string,
    but: SpeechEngine | null = null,
    ask = true,
  ): Promise<SpeechEngine | null> {
    for (const source of this.#sources()) {
      const engine = await this.#make(source);
      if (!engine || engine === but || this.#dropped.has(engine)) continue;
      if ((await speaks(engine, lang)) && (await this.may(engine, ask))) return engine;
    }
    return null;
  }

  /** Tells an engine how to speak, as far as it can; which rates it can do depends on the voice, and is known late. */
  #tell(engine: SpeechEngine): SpeechEngine {
    const { rate, volume, voice } = this.#manner;
    Object.assign(engine, { volume, voice });
    engine.rate = clampRate(rate, engine.abilities.rates);
    return engine;
  }

  #make(source: EngineSource): Promise<SpeechEngine | null> {
    let made = this.#made.get(source);
    if (!made) {
      made = within(CODE_PATIENCE, source(), late('Its code')).then(
        (engine) => {
          if (engine) this.#engines.push(this.#tell(engine));
          return engine;
        },
        () => {
          this.#made.delete(source); // Its code did not arrive; the next attempt asks again.
          return null;
        },
      );
      this.#made.set(source, made);
    }
    return made;
  }
}

/** An engine that fails to answer, or does not, speaks nothing. */
async function speaks(engine: SpeechEngine, lang: string): Promise<boolean> {
  try {
    return await within(ANSWER_PATIENCE, engine.speaks(lang), late('Its answer'));
  } catch {
    return false;
  }
}

/** An engine's voices; none of one that fails to answer, or does not. */
export async function voicesOf(engine: SpeechEngine): Promise<readonly Voice[]> {
  try {
    return await within(ANSWER_PATIENCE, engine.voices(), late('Its voices'));
  } catch {
    return [];
  }
}

/** Whether the voice that an engine speaks a language with comes from a network, as far as its voices tell. */
async function needsNetwork(engine: SpeechEngine, lang: string): Promise<boolean> {
  if (engine.recipient !== undefined) return true;
  const voices = voicesFor(await voicesOf(engine), lang);
  const chosen = voices.find(({ voiceURI }) => voiceURI === engine.voice);
  return voices.length > 0 && !(chosen?.localService ?? voices.some((voice) => voice.localService));
}

function late(what: string): SpeechError {
  return new SpeechError('timeout', `${what} did not come in time`);
}
