/// <reference lib="webworker" />
/**
 * The worker that renders the embedded voice. It imports nothing when it starts: bundlers copy it as it is, and the page, which alone
 * knows where they put the voice's files, hands over their addresses.
 */
import { isBlocked } from '../../console/policy-violations.js';
import { type LanguageRun, SpeechError } from '../engine.js';
import { primaryLanguage } from '../language-tag.js';
import type { CreateEspeak } from './espeak-module.js';
import { Synthesizer } from './synthesizer.js';
import { download, foreignData, germanData } from './voice-data.js';
import type { VoiceFiles } from './voice-files.js';
import type { PageMessage, RenderRequest, WorkerMessage } from './worker-messages.js';

/** How long a text waits for the data of its foreign words, in milliseconds. After that they are spoken as German. */
const LANGUAGE_TIMEOUT = 1000;

/** Settled when the voice has been loaded, or cannot be. */
const loading = Promise.withResolvers<{ synthesizer: Synthesizer; files: VoiceFiles }>();
const languages = new Map<string, Promise<void>>();

function post(message: WorkerMessage, transfer: Transferable[] = []): void {
  (self as unknown as DedicatedWorkerGlobalScope).postMessage(message, transfer);
}

async function load(files: VoiceFiles): Promise<void> {
  try {
    const [{ default: createModule }, data] = await Promise.all([
      import(/* @vite-ignore */ files.engine) as Promise<{ default: CreateEspeak }>,
      download(files.german, germanData.files, (share) => post({ type: 'progress', share })),
    ]);
    const synthesizer = await Synthesizer.create(createModule, germanData.files, data);
    loading.resolve({ synthesizer, files });
    post({ type: 'ready' });
  } catch (error) {
    loading.reject(error);
    await fail(error, files);
  }
}

/** Loads a language, once. Resolves when it is loaded, has failed, or takes too long. */
function loadLanguage(lang: string, files: VoiceFiles, synthesizer: Synthesizer): Promise<void> {
  let added = languages.get(lang);
  const data = foreignData.get(lang);
  if (!added && data) {
    const loaded = download(files[data.name], data.files).then(
      (bytes) => synthesizer.addLanguage(lang, data.files, bytes),
      () => undefined,
    );
    added = Promise.race([loaded, new Promise<void>((done) => setTimeout(done, LANGUAGE_TIMEOUT))]);
    languages.set(lang, added);
  }
  return added ?? Promise.resolve();
}

async function render({ id, text, runs }: RenderRequest): Promise<void> {
  const { synthesizer, files } = await loading.promise;
  await Promise.all(languagesOf(runs).map((lang) => loadLanguage(lang, files, synthesizer)));
  const rendering = synthesizer.render(text, runs);
  post({ type: 'rendered', id, rendering }, [rendering.samples.buffer]);
}

function languagesOf(runs: readonly LanguageRun[] = []): string[] {
  return [...new Set(runs.map(({ lang }) => primaryLanguage(lang)))];
}

async function fail(error: unknown, files?: VoiceFiles): Promise<void> {
  post({ type: 'failed', reason: await reasonOf(error, files), message: String(error) });
}

async function reasonOf(error: unknown, files?: VoiceFiles): Promise<SpeechError['reason']> {
  if (error instanceof SpeechError) return error.reason;
  if (!(error instanceof TypeError)) return 'failed';
  return files && (await isBlocked('connect-src', new URL(files.german))) ? 'blocked' : 'network';
}

loading.promise.catch(() => undefined);
self.addEventListener('message', ({ data }: MessageEvent<PageMessage>) => {
  if (data.type === 'load') void load(data.files);
  else if (data.type === 'ping') post({ type: 'pong' });
  else render(data).catch((error: unknown) => fail(error));
});
post({ type: 'started' });
