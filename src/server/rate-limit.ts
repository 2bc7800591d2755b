/** How many clients are counted separately at most. All others share one count. */
const MAX_CLIENTS = 10_000;

/** Limits the number of requests per client in each time window. */
export class RateLimit {
  readonly #limit: number;
  readonly #window: number;
  readonly #counts = new Map<string, number>();
  #endsAt = 0;

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
    const now = Date.now();
    if (now >= this.#endsAt) {
      this.#counts.clear();
      this.#endsAt = now + this.#window;
    }
    const known = this.#counts.has(client) || this.#counts.size < MAX_CLIENTS;
    const counted = known ? client : '';
    const count = (this.#counts.get(counted) ?? 0) + 1;
    this.#counts.set(counted, count);
    return count <= this.#limit ? 0 : Math.ceil((this.#endsAt - now) / 1000);
  }
}
