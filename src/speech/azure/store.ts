import type { Rendering } from '../sound/rendering.js';

/** How much is kept of what was heard, in bytes: about 7 minutes. */
const ROOM = 20_000_000;

/** Fetches what is asked for. */
type Fetch = (key: string, signal: AbortSignal) => Promise<Rendering>;

interface Pending {
  readonly rendering: Promise<Rendering>;
  readonly aborting: AbortController;
}

/** Fetched speech: each is fetched once at a time, and kept for going back while there is room. */
export class Store {
  readonly #fetch: Fetch;
  readonly #room: number;
  readonly #pending = new Map<string, Pending>();
  /** The one used last comes last. */
  readonly #kept = new Map<string, Rendering>();
  #bytes = 0;

  constructor(fetch: Fetch, room = ROOM) {
    this.#fetch = fetch;
    this.#room = room;
  }

  /** What is there by now. */
  peek(key: string): Rendering | undefined {
    return this.#kept.get(key);
  }

  /** @throws what fetching it throws */
  get(key: string): Promise<Rendering> {
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return Promise.resolve(kept);
    }
    return this.#pending.get(key)?.rendering ?? this.#start(key);
  }

  /** Ends what is being fetched, but for these. */
  abortAllBut(keys: ReadonlySet<string>): void {
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
      if (this.#pending.get(key) === pending) this.#keep(key, done);
      return done;
    } finally {
      if (this.#pending.get(key) === pending) this.#pending.delete(key);
    }
  }

  #keep(key: string, rendering: Rendering): void {
    this.#kept.set(key, rendering);
    this.#bytes += rendering.samples.byteLength;
    for (const [oldest, { samples }] of this.#kept) {
      if (this.#bytes <= this.#room || oldest === key) return;
      this.#kept.delete(oldest);
      this.#bytes -= samples.byteLength;
    }
  }
}
