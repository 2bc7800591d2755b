import { type SpeechEngine, SpeechError } from '../speech/engine.js';
import { within } from './patience.js';

/** How long the code of an engine may take to arrive, and an engine to say whether it speaks a language; milliseconds. */
const CODE_PATIENCE = 15_000;
const ANSWER_PATIENCE = 4000;

/** Makes an engine when it is first needed; null where this browser has no such engine. */
export type EngineSource = () => Promise<SpeechEngine | null>;

/** The engines in the order they are tried, made when first needed, and which of them has given up. */
export class EngineChoice {
  readonly #sources: () => Iterable<EngineSource>;
  readonly #made = new Map<EngineSource, Promise<SpeechEngine | null>>();
  readonly #engines: SpeechEngine[] = [];
  readonly #dropped = new Set<SpeechEngine>();
  /** What is found for each language, which stays until it gives up. */
  readonly #found = new Map<string, Promise<SpeechEngine | null>>();
  #rate = 1;
  #volume = 1;

  /** @param sources says which engines are tried and in which order; each source must stay the same function */
  constructor(sources: () => Iterable<EngineSource>) {
    this.#sources = sources;
  }

  /**
   * The engine for a language, BCP 47: the first that speaks it and has not given up, and the same from then on; null where
   * none is left.
   */
  async find(lang: string): Promise<SpeechEngine | null> {
    const found = this.#found.get(lang) ?? this.#first(lang);
    this.#found.set(lang, found);
    const engine = await found;
    if (engine && !this.#dropped.has(engine)) return engine;
    if (this.#found.get(lang) === found) this.#found.delete(lang);
    return engine && this.find(lang);
  }

  /** The engine that would take over from another one, or null. */
  findAfter(engine: SpeechEngine, lang: string): Promise<SpeechEngine | null> {
    return this.#first(lang, engine);
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

  set(rate: number, volume: number): void {
    this.#rate = rate;
    this.#volume = volume;
    for (const engine of this.#engines) Object.assign(engine, { rate, volume });
  }

  dispose(): void {
    for (const engine of this.#engines) engine.dispose();
    this.#engines.length = 0;
    this.#made.clear();
    this.restore();
  }

  async #first(lang: string, after?: SpeechEngine): Promise<SpeechEngine | null> {
    let passed = !after;
    for (const source of this.#sources()) {
      const engine = await this.#make(source);
      if (engine && passed && !this.#dropped.has(engine) && (await speaks(engine, lang)))
        return engine;
      passed ||= engine === after;
    }
    return null;
  }

  #make(source: EngineSource): Promise<SpeechEngine | null> {
    let made = this.#made.get(source);
    if (!made) {
      made = within(CODE_PATIENCE, source(), late('Its code')).then(
        (engine) => {
          if (engine)
            this.#engines.push(Object.assign(engine, { rate: this.#rate, volume: this.#volume }));
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

function late(what: string): SpeechError {
  return new SpeechError('timeout', `${what} did not come in time`);
}
