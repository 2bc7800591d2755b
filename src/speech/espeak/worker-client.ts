import { SpeechError, type Utterance } from '../engine.js';
import type { Rendering } from '../sound/rendering.js';
import type { RenderRequest, WorkerMessage } from './worker-messages.js';

/** The page's side of the worker that renders speech. The worker handles requests one by one, in order. */
export class WorkerClient {
  /** Resolves when the voice has been loaded, or rejects with a SpeechError. */
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  readonly #pending = new Map<
    number,
    { resolve: (rendering: Rendering) => void; reject: (error: Error) => void }
  >();
  #lastId = 0;
  #failure: SpeechError | null = null;

  /** @param onProgress called with the share of the voice that has been loaded, 0 to 1 */
  constructor(url: URL, onProgress: (share: number) => void) {
    this.#worker = startWorker(url);
    this.ready = new Promise((resolve, reject) => {
      const fail = (error: SpeechError) => {
        this.#failure = error;
        reject(error);
        for (const { reject } of this.#pending.values()) reject(error);
        this.#pending.clear();
        this.#worker.terminate();
      };
      this.#worker.addEventListener('error', (event) => {
        event.preventDefault();
        fail(
          new SpeechError(
            'failed',
            `The worker of the embedded voice failed: ${event.message ?? url}`,
          ),
        );
      });
      this.#worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
        if (data.type === 'progress') onProgress(data.share);
        if (data.type === 'ready') resolve();
        if (data.type === 'failed') fail(new SpeechError(data.reason, data.message));
        if (data.type === 'rendered') {
          this.#pending.get(data.id)?.resolve(data.rendering);
          this.#pending.delete(data.id);
        }
      });
    });
    this.ready.catch(() => undefined);
  }

  /** @throws a SpeechError if the worker has failed */
  render({ text, runs }: Utterance): Promise<Rendering> {
    return new Promise((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      const request: RenderRequest = { id: ++this.#lastId, text, runs };
      this.#pending.set(request.id, { resolve, reject });
      this.#worker.postMessage(request);
    });
  }

  terminate(): void {
    this.#worker.terminate();
  }
}

/**
 * Starts a module worker, even from another origin. A page may only start workers of its own origin, so for a module of
 * another one it starts a blob worker that imports the module.
 *
 * @see https://html.spec.whatwg.org/multipage/workers.html#dom-worker
 */
function startWorker(url: URL): Worker {
  if (url.origin === location.origin) return new Worker(trusted(url.href), { type: 'module' });
  const source = URL.createObjectURL(
    new Blob([`import ${JSON.stringify(url.href)}`], { type: 'text/javascript' }),
  );
  setTimeout(() => URL.revokeObjectURL(source), 10_000);
  return new Worker(trusted(source), { type: 'module' });
}

interface ScriptUrlPolicy {
  createScriptURL(url: string): URL;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | undefined;

/** The URL of a worker, as a Trusted Types object if the browser has them. The policy is named `vorleser`. */
function trusted(address: string): URL | string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('vorleser', { createScriptURL: (url) => url });
  return policy?.createScriptURL(address) ?? address;
}
