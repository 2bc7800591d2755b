import { report } from '../../console/report.js';
import { SpeechError, type Utterance } from '../engine.js';
import type { Rendering } from '../sound/rendering.js';
import type { VoiceFiles } from './voice-files.js';
import { WorkerClient } from './worker-client.js';

/** The voices in use, by the addresses of their workers. */
const inUse = new Map<string, EmbeddedVoice>();

/** The embedded voice of a page: a worker that all engines share, and that ends with the last engine that uses it. */
export class EmbeddedVoice {
  readonly #files: VoiceFiles;
  #users = 0;
  #worker: WorkerClient | null = null;
  /** See {@link WorkerClient}. */
  #slowness = 1;
  readonly #progressListeners = new Set<(share: number) => void>();

  private constructor(files: VoiceFiles) {
    this.#files = files;
  }

  /** The voice whose files are at these addresses. It is in use until `release` is called. */
  static use(files: VoiceFiles): EmbeddedVoice {
    const voice = inUse.get(files.worker) ?? new EmbeddedVoice(files);
    inUse.set(files.worker, voice);
    voice.#users++;
    return voice;
  }

  release(): void {
    if (--this.#users > 0) return;
    inUse.delete(this.#files.worker);
    this.#worker?.terminate();
  }

  /**
   * Starts the worker, unless it runs already.
   *
   * @param onProgress called with the share of the voice that has been loaded, 0 to 1
   * @throws a SpeechError
   */
  async load(onProgress: (share: number) => void = () => undefined): Promise<void> {
    if (this.#users === 0) throw new SpeechError('unavailable', 'The voice was released');
    if (!this.#worker || this.#worker.failure) {
      onProgress(0);
      this.#worker = this.#start();
    }
    this.#progressListeners.add(onProgress);
    try {
      await this.#worker.ready;
    } finally {
      this.#progressListeners.delete(onProgress);
    }
  }

  /** Renders an utterance. If the worker fails, starts a new one and tries again, once. @throws a SpeechError */
  async render(utterance: Utterance): Promise<Rendering> {
    for (let attempt = 1; ; attempt++) {
      await this.load();
      try {
        return await (this.#worker as WorkerClient).render(utterance);
      } catch (error) {
        if (attempt > 1 || this.#users === 0) throw error;
      }
    }
  }

  #start(): WorkerClient {
    // A machine that is too slow to answer in time must not be taken for a dead worker again and again.
    if (this.#worker?.failure?.reason === 'timeout') this.#slowness *= 2;
    try {
      return new WorkerClient(this.#files, this.#slowness, (share) => {
        for (const listener of this.#progressListeners) listener(share);
      });
    } catch (cause) {
      const message = 'the page does not allow the worker of the embedded voice';
      const remedy =
        cause instanceof TypeError
          ? 'Add vorleser to the directive trusted-types'
          : 'Give the frame a sandbox with allow-same-origin';
      report(`${message}. ${remedy}`, cause);
      throw new SpeechError('blocked', message, { cause });
    }
  }
}
