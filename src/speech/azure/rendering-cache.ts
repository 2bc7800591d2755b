import type { Rendering } from '../sound/rendering.js';

/** How much is kept of what was heard, in bytes: about 7 minutes. */
const DEFAULT_CAPACITY = 20_000_000;

/** Fetches what is asked for. */
type FetchRendering = (key: string, signal: AbortSignal) => Promise<Rendering>;

interface Pending {
  readonly rendering: Promise<Rendering>;
  readonly aborting: AbortController;
}

/** Fetched speech: each is fetched once at a time, and kept for going back while there is room. */
export class RenderingCache {
  readonly #fetch: FetchRendering;
  readonly #capacity: number;
  readonly #pending = new Map<string, Pending>();
  /** The one used last comes last. */
  readonly #cached = new Map<string, Rendering>();
  #bytes = 0;

  constructor(fetch: FetchRendering, capacity = DEFAULT_CAPACITY) {
    this.#fetch = fetch;
    this.#capacity = capacity;
  }

  /** What is there by now. */
  peek(key: string): Rendering | undefined {
    return this.#cached.get(key);
  }

  /** @throws what fetching it throws */
  get(key: string): Promise<Rendering> {
    const cached = this.#cached.get(key);
    if (cached) {
      this.#cached.delete(key);
      this.#cached.set(key, cached);
      return Promise.resolve(cached);
    }
    return this.#pending.get(key)?.rendering ?? this.#start(key);
  }

  /** Ends what is being fetched, but for these. */
  abortAllExcept(keys: ReadonlySet<string>): void {
    for (const [key, { aborting }] of this.#pending) {
      if (keys.has(key)) continue;
      this.#pending.delete(key);
      aborting.abort();
    }
  }

  async #start(key: string): Promise<Rendering> {
    const aborting = new AbortController();
    const rendering = this.#fetch(key, aborting.signal);
    const pending = { rendering, aborting };
    this.#pending.set(key, pending);
    try {
      const done = await rendering;
      if (this.#pending.get(key) === pending) this.#add(key, done);
      return done;
    } finally {
      if (this.#pending.get(key) === pending) this.#pending.delete(key);
    }
  }

  #add(key: string, rendering: Rendering): void {
    this.#cached.set(key, rendering);
    this.#bytes += rendering.samples.byteLength;
    for (const [oldest, { samples }] of this.#cached) {
      if (this.#bytes <= this.#capacity || oldest === key) return;
      this.#cached.delete(oldest);
      this.#bytes -= samples.byteLength;
    }
  }
}
