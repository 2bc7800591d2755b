import type { Utterance } from '../speech/engine.js';
import type { Rendering } from '../speech/sound/rendering.js';
import { Failure, messageOf } from './failure.js';
import { keyOf, type RenderingStore } from './rendering-store.js';
import { trimmed } from './sound/trim.js';
import type { Voice } from './voices/voice.js';

/** So many utterances are rendered ahead of the one that is needed, for each job. */
const AHEAD = 2;

/** An utterance that has been rendered. */
export interface Rendered {
  readonly key: string;
  /** Null where the voice is silent. */
  readonly rendering: Rendering | null;
  /** Whether it was in the store. */
  readonly reused: boolean;
}

/**
 * Renders utterances with a voice, several at a time, and keeps the renderings in a store. What is there already is not rendered again. Yields them in
 * order, of which only a few are in memory.
 *
 * @throws a Failure that says at which text the voice has failed
 */
export async function* renderAll(
  utterances: readonly Utterance[],
  voice: Voice,
  store: RenderingStore,
  signal: AbortSignal,
): AsyncGenerator<Rendered, void> {
  const aborting = new AbortController();
  const either = AbortSignal.any([signal, aborting.signal]);
  const pending: Promise<Rendered>[] = [];
  const slots = new Slots(voice.jobs);
  try {
    for (let next = 0; next < utterances.length || pending.length > 0;) {
      while (pending.length < voice.jobs * AHEAD && next < utterances.length) {
        const utterance = utterances[next++] as Utterance;
        const rendering = slots.use(() => renderOne(utterance, voice, store, either));
        // It is awaited below, unless another one fails first.
        rendering.catch(() => undefined);
        pending.push(rendering);
      }
      yield await (pending.shift() as Promise<Rendered>);
    }
  } finally {
    aborting.abort();
    await Promise.allSettled(pending);
  }
}

async function renderOne(
  utterance: Utterance,
  voice: Voice,
  store: RenderingStore,
  signal: AbortSignal,
): Promise<Rendered> {
  signal.throwIfAborted();
  const key = keyOf(voice.id, utterance);
  const stored = await store.get(key);
  if (stored) return { key, rendering: stored.samples.length > 0 ? stored : null, reused: true };
  try {
    const raw = await voice.render(utterance, signal);
    const rendering = trimmed(raw);
    await store.put(key, rendering ?? { ...raw, samples: new Int16Array(), words: [] });
    return { key, rendering, reused: false };
  } catch (cause) {
    signal.throwIfAborted();
    const { text } = utterance;
    const excerpt = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    throw new Failure(`${messageOf(cause)} (at „${excerpt}“)`, { cause });
  }
}

/** Lets so many tasks run at the same time. */
class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(number: number) {
    this.#free = number;
  }

  async use<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
