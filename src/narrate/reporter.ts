/** What happens to an article, for people or for programs. */
export interface Reporter {
  /** @param share of the article, 0 to 1 */
  progress(input: string, share: number): void;
  /**
   * @param event for programs
   * @param line for people; null for what they need not know
   */
  report(event: Readonly<Record<string, unknown>>, line: string | null): void;
}

/** How often the progress is shown, in milliseconds. */
const INTERVAL = 100;

/** How wide the bar is, in characters. */
const WIDTH = 24;

/** What a terminal needs to begin the line again. */
const CLEAR = '\r\x1b[2K';

/** Lines for people on standard error, with a progress bar where that is a terminal. */
export class TextReporter implements Reporter {
  readonly #stream: NodeJS.WriteStream;
  #shownAt = 0;
  #article = '';
  #startedAt = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  progress(input: string, share: number): void {
    const now = Date.now();
    if (input !== this.#article) [this.#article, this.#startedAt] = [input, now];
    if (!this.#stream.isTTY || now - this.#shownAt < INTERVAL) return;
    this.#shownAt = now;
    const full = Math.round(share * WIDTH);
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
    const left = share > 0 ? ((now - this.#startedAt) * (1 - share)) / share / 1000 : 0;
    const time = now - this.#startedAt > 1000 ? ` ${duration(left)} left` : '';
    this.#stream.write(`${CLEAR}${bar} ${Math.floor(share * 100)} %${time}  ${input}`);
  }

  report(_: Readonly<Record<string, unknown>>, line: string | null): void {
    if (line !== null) this.#stream.write(`${this.#stream.isTTY ? CLEAR : ''}${line}\n`);
  }
}

/** How often programs receive the progress, in milliseconds. */
const LOG_INTERVAL = 1000;

/** One JSON object a line on standard output. */
export class JsonReporter implements Reporter {
  readonly #stream: { write(line: string): unknown };
  #loggedAt = 0;

  constructor(stream: { write(line: string): unknown }) {
    this.#stream = stream;
  }

  progress(input: string, share: number): void {
    if (Date.now() - this.#loggedAt < LOG_INTERVAL) return;
    this.#loggedAt = Date.now();
    this.report({ event: 'progress', input, share: Math.round(share * 1000) / 1000 });
  }

  report(event: Readonly<Record<string, unknown>>): void {
    this.#stream.write(`${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`);
  }
}

/** `M:SS` or `H:MM:SS` */
export function duration(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(Math.floor(seconds % 60)).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
