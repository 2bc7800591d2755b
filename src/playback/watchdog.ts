/** How late a timer can be on a busy page, in milliseconds; one that is later was asleep with its machine. */
const LATE = 2000;

/** Waits for what may never come, and says when it is time to give up. Time that the machine slept does not count. */
export class Patience {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Calls back after so many milliseconds, unless it is asked for something else before. */
  for(milliseconds: number, over: () => void): void {
    this.end();
    const due = performance.now() + milliseconds;
    this.#timer = setTimeout(() => {
      if (performance.now() - due > LATE) this.for(milliseconds, over);
      else over();
    }, milliseconds);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

/** A promise's outcome, or an error where that takes longer than so many milliseconds. */
export function within<T>(milliseconds: number, promise: Promise<T>, error: Error): Promise<T> {
  const patience = new Patience();
  return new Promise<T>((resolve, reject) => {
    patience.for(milliseconds, () => reject(error));
    promise.then(resolve, reject);
  }).finally(() => patience.end());
}
