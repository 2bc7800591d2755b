/// <reference lib="webworker" />
import type { RenderRequest, WorkerMessage } from './messages.js';
import { Synthesizer } from './synthesizer.js';
import { germanFiles } from './voice/german.js';

const germanData = new URL('./voice/german.data', import.meta.url);

function post(message: WorkerMessage, transfer: Transferable[] = []): void {
  (self as unknown as DedicatedWorkerGlobalScope).postMessage(message, transfer);
}

async function start(): Promise<Synthesizer> {
  const size = germanFiles.reduce((sum, [, bytes]) => sum + bytes, 0);
  const [{ default: createModule }, data] = await Promise.all([
    import('@echogarden/espeak-ng-emscripten'),
    download(germanData, size),
  ]);
  return Synthesizer.create(createModule, germanFiles, data);
}

/** Fetches a file of known size and posts progress, at most once a percent. */
async function download(url: URL, size: number): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new TypeError(`${response.status} ${url}`);
  const data = new Uint8Array(size);
  let length = 0;
  let told = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    data.set(value, length);
    length += value.length;
    const share = length / size;
    if (share - told >= 0.01) post({ type: 'progress', share: (told = share) });
  }
  if (length !== size) throw new TypeError(`${length} of ${size} bytes of ${url}`);
  return data;
}

const synthesizer = start();

synthesizer.then(
  () => post({ type: 'ready' }),
  (error: unknown) =>
    post({
      type: 'failed',
      reason: error instanceof TypeError ? 'network' : 'failed',
      message: String(error),
    }),
);

self.addEventListener('message', ({ data: { id, text } }: MessageEvent<RenderRequest>) => {
  void synthesizer.then((ready) => {
    const rendering = ready.render(text);
    post({ type: 'rendered', id, rendering }, [rendering.samples.buffer]);
  });
});
