import { readFile, stat, writeFile } from 'node:fs/promises';
import { formatWebVtt, parseWebVtt } from '../recording/webvtt.js';
import type { RecordedSentence } from '../recording/recording.js';
import type { ArticleDetails } from './articles/open-article.js';
import { audioObjectJsonLd, parseAudioObject } from './audio-object.js';
import type { StartEncoder } from './encoders/choose-encoder.js';
import type { Encoder } from './encoders/encoder.js';
import { Failure } from './failure.js';
import { chaptersOf, Layout } from './layout.js';
import { gainFor, mastered } from './mastering.js';
import { outputFile, PartialOutput } from './output.js';
import { renderAll } from './render-all.js';
import { hashOf, keyOf, type RenderingStore } from './rendering-store.js';
import { type Script, utterancesOf } from './script.js';
import { LoudnessMeter } from './sound/loudness.js';
import { SAMPLE_RATE } from './sound/sample-rate.js';
import type { Tags } from './tags/tags.js';
import type { Voice } from './voices/voice.js';

/** Part of each fingerprint: to be raised when recordings of the same renderings would be different. */
const VERSION = 1;

/** What is to be recorded, and where. */
export interface RecordingJob {
  readonly details: ArticleDetails;
  readonly script: Script;
  /** The folder of its files, and their name without extension. */
  readonly folder: string;
  readonly name: string;
}

/** With what. */
export interface Studio {
  readonly voice: Voice;
  readonly store: RenderingStore;
  readonly startEncoder: StartEncoder;
}

/** How far a recording is. */
export interface Progress {
  /** 0 to 1 */
  readonly share: number;
  readonly utterances: number;
}

/** What was done. */
export interface RecordingReport {
  readonly unchanged: boolean;
  readonly sentences: number;
  /** How many utterances were rendered, and how many were in the store. */
  readonly rendered: number;
  readonly reused: number;
  /** Sentences for which the voice makes no sound. */
  readonly silent: readonly string[];
  /** In seconds. */
  readonly duration: number;
}

/** The shares of the work that rendering and finding the gain are; the rest is coding. */
const RENDERING_SHARE = 0.5;
const GAIN_SHARE = 0.1;

/**
 * Makes the recording of an article: its sound as Opus and MP3, its sentences as WebVTT, and its JSON-LD. Does nothing if these are there and were made
 * of the same script, voice and details. Either all files are replaced or none.
 *
 * @throws a Failure, the error of the file system, or the signal's reason
 */
export async function record(
  job: RecordingJob,
  studio: Studio,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<RecordingReport> {
  const { script, folder, name } = job;
  const fingerprint = fingerprintOf(job, studio.voice);
  const existing = await existingRecording(folder, name);
  if (existing?.fingerprint === fingerprint) return unchanged(existing.sentences);
  const { layout, meter, ...counts } = await lineUp(script, studio, signal, onProgress);
  if (layout.samples === 0) throw new Failure('the voice makes no sound for any sentence of it');
  const output = await PartialOutput.create(folder, name);
  try {
    await encode(job, studio, layout, meter.integrated, output, signal, onProgress);
    await writeTexts(job, studio.voice, layout, fingerprint, output);
    signal.throwIfAborted();
    await output.publish();
  } finally {
    await output.remove();
  }
  return {
    unchanged: false,
    sentences: layout.sentences.length,
    duration: layout.duration,
    ...counts,
  };
}

function unchanged(sentences: readonly RecordedSentence[]): RecordingReport {
  return {
    unchanged: true,
    sentences: sentences.length,
    rendered: 0,
    reused: 0,
    silent: [],
    duration: sentences.at(-1)?.end ?? 0,
  };
}

/** A hash of all that a recording depends on. */
export function fingerprintOf({ script, details }: RecordingJob, voice: Voice): string {
  const { cover, ...texts } = details;
  const sentences = script.map(({ index, hash, lang, heading, block, spoken }) => [
    ...[index, hash, lang, heading, block],
    spoken.utterances.map((utterance) => [keyOf(voice.id, utterance), utterance.pause]),
  ]);
  return hashOf([VERSION, voice.name, texts, cover?.bytes.toString('base64'), sentences]);
}

/** The recording that is in a folder, with its fingerprint; null if there is none, or it is not complete. */
export async function existingRecording(
  folder: string,
  name: string,
): Promise<{ fingerprint: string; sentences: readonly RecordedSentence[] } | null> {
  try {
    const facts = parseAudioObject(await readFile(outputFile(folder, name, 'jsonld'), 'utf8'));
    const { size: opusSize } = await stat(outputFile(folder, name, 'opus'));
    const { size: mp3Size } = await stat(outputFile(folder, name, 'mp3'));
    const { sentences } = parseWebVtt(await readFile(outputFile(folder, name, 'vtt'), 'utf8'));
    const isComplete = facts?.opusSize === opusSize && facts.mp3Size === mp3Size;
    return isComplete ? { fingerprint: facts.fingerprint, sentences } : null;
  } catch {
    return null;
  }
}

async function lineUp(
  script: Script,
  { voice, store }: Studio,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
) {
  const layout = new Layout();
  const meter = new LoudnessMeter(SAMPLE_RATE);
  const all = utterancesOf(script);
  const renderings = renderAll(all, voice, store, signal);
  const counts = { rendered: 0, reused: 0, silent: [] as string[] };
  for (const sentence of script) {
    const own = [];
    for (let i = 0; i < sentence.spoken.utterances.length; i++) {
      const { value: rendered } = await renderings.next();
      if (!rendered) break;
      own.push(rendered);
      counts[rendered.reused ? 'reused' : 'rendered']++;
      if (rendered.rendering) meter.add(rendered.rendering.samples);
      const share = ((counts.reused + counts.rendered) / all.length) * RENDERING_SHARE;
      onProgress({ share, utterances: all.length });
    }
    if (own.every(({ rendering }) => !rendering)) counts.silent.push(sentence.text);
    layout.add(sentence, own);
  }
  return { layout, meter, ...counts };
}

async function encode(
  job: RecordingJob,
  { voice, store, startEncoder }: Studio,
  layout: Layout,
  loudness: number,
  output: PartialOutput,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const { placed, samples, sentences, duration } = layout;
  const gain = await gainFor(loudness, placed, store, (share) => {
    signal.throwIfAborted();
    onProgress({ share: RENDERING_SHARE + share * GAIN_SHARE, utterances: placed.length });
  });
  const tags: Tags = {
    ...job.details,
    reader: voice.name,
    chapters: chaptersOf(job.script, sentences, job.details.title, duration),
  };
  const files = { opus: output.file('opus'), mp3: output.file('mp3'), tags };
  const encoder: Encoder = await startEncoder(files);
  let coded = 0;
  try {
    for await (const piece of mastered(placed, store, gain)) {
      signal.throwIfAborted();
      await encoder.write(piece);
      coded += piece.length;
      const before = RENDERING_SHARE + GAIN_SHARE;
      const share = before + (coded / samples) * (1 - before);
      onProgress({ share, utterances: placed.length });
    }
    await encoder.finish();
  } catch (error) {
    await encoder.abort();
    throw error;
  }
}

async function writeTexts(
  { details, name, script }: RecordingJob,
  voice: Voice,
  { sentences, duration }: Layout,
  fingerprint: string,
  output: PartialOutput,
): Promise<void> {
  const { title, lang } = details;
  const vtt = formatWebVtt({ title, lang, reader: 'computer', readBy: voice.name, sentences });
  await writeFile(output.file('vtt'), vtt);
  const sizes = {
    opusSize: (await stat(output.file('opus'))).size,
    mp3Size: (await stat(output.file('mp3'))).size,
  };
  const facts = { name, reader: voice.name, duration, fingerprint, ...sizes };
  const chapters = chaptersOf(script, sentences, title, duration);
  await writeFile(output.file('jsonld'), audioObjectJsonLd(details, facts, chapters));
}
