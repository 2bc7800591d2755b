import { Worker } from 'node:worker_threads';
import type { Encoder, EncodedFiles } from './encoder.js';
import type { EncodingJob } from './encoding-worker.js';

/** How many pieces of sound may wait to be coded. */
const MAX_WAITING = 8;

/** Codes with the encoders of the package `vorleser-narrate`, each in a thread. */
export class PackageEncoder implements Encoder {
  readonly #threads: readonly EncodingThread[];

  constructor({ opus, mp3, tags }: EncodedFiles) {
    this.#threads = [
      new EncodingThread({ format: 'opus', file: opus, tags }),
      new EncodingThread({ format: 'mp3', file: mp3, tags }),
    ];
  }

  async write(samples: Int16Array<ArrayBuffer>): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.send(samples)));
  }

  async finish(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.finish()));
    await this.abort();
  }

  async abort(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}

class EncodingThread {
  readonly #worker: Worker;
  #waiting = 0;
  #failure: Error | null = null;
  #notify: () => void = () => undefined;

  constructor(job: EncodingJob) {
    this.#worker = new Worker(new URL('./encoding-worker.js', import.meta.url), {
      workerData: job,
    });
    this.#worker.on('message', () => {
      this.#waiting--;
      this.#notify();
    });
    this.#worker.on('error', (error) => {
      this.#failure = error;
      this.#notify();
    });
  }

  /** @param samples null at the end */
  async send(samples: Int16Array<ArrayBuffer> | null): Promise<void> {
    this.#worker.postMessage(samples);
    this.#waiting++;
    await this.#until(MAX_WAITING);
  }

  async finish(): Promise<void> {
    await this.send(null);
    await this.#until(0);
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Resolves when at most so many pieces wait. */
  async #until(most: number): Promise<void> {
    while (!this.#failure && this.#waiting > most)
      await new Promise<void>((resolve) => (this.#notify = resolve));
    if (this.#failure) throw this.#failure;
  }
}
