/** How many clients are told apart at the most; those beyond share one count. */
const MAX_CLIENTS = 10_000;

/** Counts requests by client, anew in every window of time. */
export class RateLimit {
  readonly #limit: number;
  readonly #window: number;
  readonly #counts = new Map<string, number>();
  #endsAt = 0;

  /**
   * @param limit how many requests of one client are let through in a window
   * @param window in milliseconds
   */
  constructor(limit: number, window = 60_000) {
    this.#limit = limit;
    this.#window = window;
  }

  /** Counts a request: 0 when it is let through, else how long the client has to wait, in seconds. */
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
