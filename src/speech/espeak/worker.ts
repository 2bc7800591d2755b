/// <reference lib="webworker" />
import { isBlocked } from '../../console/policy-violations.js';
import { type LanguageRun, SpeechError } from '../engine.js';
import { primaryLanguage } from '../language-tag.js';
import { Synthesizer } from './synthesizer.js';
import { download, foreignData, germanData } from './voice-data.js';
import type { PageMessage, RenderRequest, WorkerMessage } from './worker-messages.js';

/** How long a text waits for the data of its foreign words, in milliseconds. After that they are spoken as German. */
const LANGUAGE_TIMEOUT = 1000;

function post(message: WorkerMessage, transfer: Transferable[] = []): void {
  (self as unknown as DedicatedWorkerGlobalScope).postMessage(message, transfer);
}

async function start(): Promise<Synthesizer> {
  const [{ default: createModule }, data] = await Promise.all([
    import('@echogarden/espeak-ng-emscripten'),
    download(germanData, (share) => post({ type: 'progress', share })),
  ]);
  return Synthesizer.create(createModule, germanData.files, data);
}

const synthesizer = start();
const languages = new Map<string, Promise<void>>();

/** Loads a language, once. Resolves when it is loaded, has failed, or takes too long. */
function loadLanguage(lang: string): Promise<void> {
  let loading = languages.get(lang);
  const data = foreignData.get(lang);
  if (!loading && data) {
    const loaded = Promise.all([synthesizer, download(data)]).then(
      ([ready, bytes]) => ready.addLanguage(lang, data.files, bytes),
      () => undefined,
    );
    loading = Promise.race([
      loaded,
      new Promise<void>((done) => setTimeout(done, LANGUAGE_TIMEOUT)),
    ]);
    languages.set(lang, loading);
  }
  return loading ?? Promise.resolve();
}

async function render({ id, text, runs }: RenderRequest): Promise<void> {
  const ready = await synthesizer;
  await Promise.all(languagesOf(runs).map(loadLanguage));
  const rendering = ready.render(text, runs);
  post({ type: 'rendered', id, rendering }, [rendering.samples.buffer]);
}

function languagesOf(runs: readonly LanguageRun[] = []): string[] {
  return [...new Set(runs.map(({ lang }) => primaryLanguage(lang)))];
}

async function fail(error: unknown): Promise<void> {
  post({ type: 'failed', reason: await reasonOf(error), message: String(error) });
}

async function reasonOf(error: unknown): Promise<SpeechError['reason']> {
  if (error instanceof SpeechError) return error.reason;
  if (!(error instanceof TypeError)) return 'failed';
  return (await isBlocked('connect-src', germanData.url)) ? 'blocked' : 'network';
}

synthesizer.then(() => post({ type: 'ready' }), fail);

self.addEventListener('message', ({ data }: MessageEvent<PageMessage>) => {
  if (data.type === 'ping') post({ type: 'pong' });
  else render(data).catch(fail);
});
