/** How late a timer can be on a busy page, in milliseconds. If it is later, the machine was asleep. */
const LATEST = 2000;

/** Calls back when something takes too long. Time in which the machine slept does not count. */
export class Watchdog {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Calls back after a time in milliseconds, unless it is started again or stopped before that. */
  start(milliseconds: number, onTimeout: () => void): void {
    this.stop();
    const due = performance.now() + milliseconds;
    this.#timer = setTimeout(() => {
      if (performance.now() - due > LATEST) this.start(milliseconds, onTimeout);
      else onTimeout();
    }, milliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** The outcome of a promise, or an error where it takes longer than a time in milliseconds. */
export function withTimeout<T>(
  milliseconds: number,
  promise: Promise<T>,
  error: Error,
): Promise<T> {
  const watchdog = new Watchdog();
  return new Promise<T>((resolve, reject) => {
    watchdog.start(milliseconds, () => reject(error));
    promise.then(resolve, reject);
  }).finally(() => watchdog.stop());
}
