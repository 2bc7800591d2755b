/** How many clients are counted at most. */
const MAX_CLIENTS = 10_000;

/**
 * Limits the number of requests per client in each time window.
 *
 * Memory is bounded, and no client is counted for another: if there are too many, those that have been quiet longest are forgotten. That
 * lets them send more, never less, and a client that keeps sending is not forgotten. To be forgotten, an attacker would need thousands of
 * other addresses between two requests, from which as many requests are allowed anyway.
 */
export class RateLimit {
  readonly #limit: number;
  readonly #window: number;
  /** The counts of the clients that were heard of last, at most half of all that are kept. */
  #recent = new Map<string, number>();
  /** The counts of those before them. */
  #older = new Map<string, number>();
  #endsAt = -Infinity;

  /**
   * @param limit how many requests a client may send per window
   * @param window the length of a window in milliseconds
   */
  constructor(limit: number, window = 60_000) {
    this.#limit = limit;
    this.#window = window;
  }

  /** Counts a request. Returns 0 if it is allowed, else how long the client has to wait, in seconds. */
  take(client: string): number {
    const now = performance.now();
    if (now >= this.#endsAt) {
      this.#older.clear();
      this.#recent.clear();
      this.#endsAt = now + this.#window;
    }
    const count = (this.#recent.get(client) ?? this.#older.get(client) ?? 0) + 1;
    this.#recent.set(client, count);
    if (this.#recent.size >= MAX_CLIENTS / 2) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    return count <= this.#limit ? 0 : Math.ceil((this.#endsAt - now) / 1000);
  }
}
