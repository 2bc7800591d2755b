import { whyNotLoaded } from '../../console/missing-file.js';
import { isBlocked, reportBlocked } from '../../console/policy-violations.js';
import { SpeechError, type Utterance } from '../engine.js';
import type { Rendering } from '../sound/rendering.js';
import { type NotImported, type StartedWorker, startWorker } from './start-worker.js';
import type { VoiceFiles } from './voice-files.js';
import type { LoadRequest, RenderRequest, WorkerMessage } from './worker-messages.js';

/** How often a worker that owes an answer is checked, in milliseconds. */
const CHECK_INTERVAL = 200;

/** After how many checks without a message it is asked for a sign of life. */
const PING_AFTER = 3;

/**
 * How long a worker may send nothing, in milliseconds: at least, and for each character that it renders meanwhile. A desktop
 * computer needs 0.3 ms a character, measured. The time must also be enough on a machine whose processors are all busy: there,
 * workers that had been silent for 1.5 s were still alive.
 */
const PATIENCE = 4000;
const PATIENCE_PER_CHARACTER = 5;

/** How long it may send nothing while its script may still be loading, in milliseconds. */
const LOADING_PATIENCE = 20_000;

interface PendingRequest {
  /** In UTF-16 code units. */
  readonly length: number;
  readonly resolve: (rendering: Rendering) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The page's side of the worker that renders speech. The worker handles requests one by one, in order.
 *
 * A browser that is short of memory ends a worker without an event. So while an answer is due, the worker is checked at
 * intervals: one that sends nothing for a while, not even the answer to a ping, has failed.
 */
export class WorkerClient {
  /** Resolves when the voice has been loaded, or rejects with a SpeechError. */
  readonly ready: Promise<void>;
  readonly #url: URL;
  readonly #started: StartedWorker;
  readonly #worker: Worker;
  readonly #slowness: number;
  readonly #readiness = Promise.withResolvers<void>();
  /** By their ids, in the order in which they are handled. */
  readonly #pending = new Map<number, PendingRequest>();
  #lastId = 0;
  #isReady = false;
  #failure: SpeechError | null = null;
  #timer = 0;
  #silentChecks = 0;

  /**
   * @param files where the worker and the files it loads are
   * @param slowness how many times longer than usual it may send nothing before it is taken for dead
   * @param onProgress called with the share of the voice that has been loaded, 0 to 1
   */
  constructor(files: VoiceFiles, slowness: number, onProgress: (share: number) => void) {
    this.#url = new URL(files.worker);
    this.#started = startWorker(this.#url);
    this.#worker = this.#started.worker;
    this.#slowness = slowness;
    this.ready = this.#readiness.promise;
    this.ready.catch(() => undefined);
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      void this.#failWith(event.message);
    });
    this.#worker.addEventListener(
      'message',
      ({ data }: MessageEvent<WorkerMessage | NotImported>) => {
        this.#started.revokeUrl();
        this.#silentChecks = 0;
        if (data.type === 'started')
          this.#worker.postMessage({ type: 'load', files } satisfies LoadRequest);
        if (data.type === 'progress') onProgress(data.share);
        if (data.type === 'ready') this.#onReady();
        if (data.type === 'not-imported') void this.#failToImport(data.directive);
        if (data.type === 'failed') this.#fail(new SpeechError(data.reason, data.message));
        if (data.type === 'rendered') {
          this.#pending.get(data.id)?.resolve(data.rendering);
          this.#pending.delete(data.id);
        }
      },
    );
    this.#check();
  }

  /** Why it cannot be used any more, or null. */
  get failure(): SpeechError | null {
    return this.#failure;
  }

  /** @throws a SpeechError if the worker has failed, or fails now */
  render({ text, runs }: Utterance): Promise<Rendering> {
    return new Promise((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      const request: RenderRequest = { type: 'render', id: ++this.#lastId, text, runs };
      this.#pending.set(request.id, { length: text.length, resolve, reject });
      this.#worker.postMessage(request);
      if (this.#pending.size === 1) this.#check();
    });
  }

  terminate(): void {
    this.#fail(new SpeechError('unavailable', 'The worker of the embedded voice was ended'));
  }

  #onReady(): void {
    this.#isReady = true;
    this.#readiness.resolve();
  }

  /** @param message of the script's error; undefined if the script has not been loaded */
  async #failWith(message: string | undefined): Promise<void> {
    if (message) this.#failBy('failed', message);
    else if (await isBlocked('worker-src', this.#started.address)) this.#failBy('blocked');
    else this.#failBy((await whyNotLoaded(this.#url.href)) ?? 'failed');
  }

  async #failToImport(directive: string): Promise<void> {
    if (directive) reportBlocked(directive, this.#url);
    this.#failBy(directive ? 'blocked' : ((await whyNotLoaded(this.#url.href)) ?? 'failed'));
  }

  #failBy(reason: SpeechError['reason'], what = this.#url.href): void {
    this.#fail(new SpeechError(reason, `The worker of the embedded voice failed: ${what}`));
  }

  #fail(error: SpeechError): void {
    if (this.#failure) return;
    this.#failure = error;
    clearInterval(this.#timer);
    this.#worker.terminate();
    this.#started.revokeUrl();
    this.#readiness.reject(error);
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }

  /** Checks the worker from now on, until no answer is due. */
  #check(): void {
    clearInterval(this.#timer);
    this.#silentChecks = 0;
    this.#timer = window.setInterval(() => {
      if (this.#isReady && this.#pending.size === 0) clearInterval(this.#timer);
      else if (++this.#silentChecks === PING_AFTER) this.#worker.postMessage({ type: 'ping' });
      else if (this.#silentChecks * CHECK_INTERVAL >= this.#patience)
        this.#fail(new SpeechError('timeout', 'The worker of the embedded voice does not answer'));
    }, CHECK_INTERVAL);
  }

  /** How long it may send nothing now, in milliseconds. */
  get #patience(): number {
    if (!this.#isReady) return LOADING_PATIENCE;
    const [current] = this.#pending.values();
    return (PATIENCE + PATIENCE_PER_CHARACTER * (current?.length ?? 0)) * this.#slowness;
  }
}
