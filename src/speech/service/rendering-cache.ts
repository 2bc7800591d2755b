import type { Rendering } from '../sound/rendering.js';

/** In bytes: about 7 minutes of speech. */
const DEFAULT_CAPACITY = 20_000_000;

/** Fetches the rendering for a key. */
type FetchRendering = (key: string, signal: AbortSignal) => Promise<Rendering>;

interface Pending {
  readonly rendering: Promise<Rendering>;
  readonly aborting: AbortController;
}

/** Fetches renderings, never the same one twice at a time, and keeps the most recently used ones for going back. */
export class RenderingCache {
  readonly #fetch: FetchRendering;
  readonly #capacity: number;
  readonly #pending = new Map<string, Pending>();
  /** In order of use, the most recently used one last. */
  readonly #cached = new Map<string, Rendering>();
  #bytes = 0;

  constructor(fetch: FetchRendering, capacity = DEFAULT_CAPACITY) {
    this.#fetch = fetch;
    this.#capacity = capacity;
  }

  /** The rendering for a key, if it is in the cache. */
  peek(key: string): Rendering | undefined {
    return this.#cached.get(key);
  }

  /** The rendering for a key, from the cache or else fetched. @throws the error of fetching it */
  get(key: string): Promise<Rendering> {
    const cached = this.#cached.get(key);
    if (cached) {
      this.#cached.delete(key);
      this.#cached.set(key, cached);
      return Promise.resolve(cached);
    }
    return this.#pending.get(key)?.rendering ?? this.#start(key);
  }

  /** Aborts all requests except those for these keys. */
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
