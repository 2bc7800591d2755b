import { readFile } from 'node:fs/promises';
import { type Lexicon, parseLexicon } from '../narration/spoken/index.js';
import { type ArticleDetails, openArticle, readCover } from './articles/open-article.js';
import { type Source, sourcesOf } from './articles/sources.js';
import { type BookText } from './epub/book-text.js';
import { readBookText, writeEpub } from './epub/write-epub.js';
import { chooseEncoder } from './encoders/choose-encoder.js';
import { estimate } from './estimate.js';
import { Failure, messageOf, UsageFailure } from './failure.js';
import type { NarrateOptions } from './options.js';
import { outputFile } from './output.js';
import {
  existingRecording,
  fingerprintOf,
  record,
  type RecordingJob,
  type RecordingReport,
  type Studio,
} from './record.js';
import { RenderingStore } from './rendering-store.js';
import { duration, type Reporter } from './reporter.js';
import { scriptOf } from './script.js';
import type { Tags } from './tags/tags.js';
import { chooseVoice } from './voices/choose-voice.js';
import type { Voice } from './voices/voice.js';

/** How the command ends. */
export const EXIT = { done: 0, failed: 1, usage: 2, stale: 3, interrupted: 130 } as const;

/** What is the same for all articles. */
interface Session {
  readonly options: NarrateOptions;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  readonly voice: Voice;
  readonly store: RenderingStore;
  readonly lexicon?: Lexicon;
  readonly details: Pick<Tags, 'licence' | 'cover'>;
  /** Null where nothing is recorded. */
  readonly studio: Studio | null;
}

/**
 * Narrates the articles that the command line names, one after another. An article that fails does not keep the others from being narrated.
 *
 * @returns the exit code
 * @throws a UsageFailure
 */
export async function narrate(
  options: NarrateOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<number> {
  const sources = sourcesOf(options.inputs, options.allow, options.name);
  const session = await startSession(options, reporter, signal);
  const codes = new Set<number>();
  try {
    for (const source of sources) codes.add(await narrateOne(source, session));
  } finally {
    await session.voice.close();
  }
  return codes.has(EXIT.failed) ? EXIT.failed : codes.has(EXIT.stale) ? EXIT.stale : EXIT.done;
}

async function startSession(
  options: NarrateOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<Session> {
  const { licence, cover } = options;
  const store = new RenderingStore(options.cache);
  const lexicon = options.lexicon ? await readLexicon(options.lexicon) : undefined;
  const details = { ...(licence && { licence }), ...(cover && { cover: await readCover(cover) }) };
  const voice = await chooseVoice(options);
  const studio =
    options.mode === 'record'
      ? { voice, store, startEncoder: await chooseEncoder(options.encoder) }
      : null;
  return { options, reporter, signal, voice, store, lexicon, details, studio };
}

async function readLexicon(file: string): Promise<Lexicon> {
  try {
    return parseLexicon(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new UsageFailure(`--lexicon ${file}: ${messageOf(cause)}`, { cause });
  }
}

/** What is to be done for an article. */
interface ArticleJob extends RecordingJob {
  /** Null where no book is asked for. */
  readonly text: BookText | null;
}

/** @returns the exit code for this article */
async function narrateOne(source: Source, session: Session): Promise<number> {
  const { input } = source;
  const { reporter, signal } = session;
  try {
    const job = await jobOf(source, session);
    if (session.studio) return await recordOne(job, source, session.studio, session);
    return await (session.options.mode === 'check' ? check : dryRun)(job, source, session);
  } catch (error) {
    if (signal.aborted || error instanceof UsageFailure) throw error;
    const message = messageOf(error);
    reporter.report({ event: 'failed', input, message }, `✖ ${input}: ${message}`);
    return EXIT.failed;
  }
}

async function jobOf(
  source: Source,
  { options, signal, voice, lexicon, details }: Session,
): Promise<ArticleJob> {
  const article = await openArticle(source, options, signal);
  try {
    const { lang } = article.details;
    if (!voice.speaks(lang))
      throw new Failure(
        `it is in the language ${lang}, which the voice ${voice.name} does not speak`,
      );
    const script = await scriptOf(article.narration, lexicon);
    const all: ArticleDetails = { ...article.details, ...details };
    const text = options.epub && options.mode === 'record' ? await readBookText(article) : null;
    return { script, details: all, folder: options.out, name: source.name, text };
  } finally {
    await article.close();
  }
}

async function recordOne(
  job: ArticleJob,
  { input, name }: Source,
  studio: Studio,
  { reporter, signal }: Session,
): Promise<number> {
  const startedAt = Date.now();
  const report = await record(job, studio, signal, ({ share }) => reporter.progress(input, share));
  const seconds = (Date.now() - startedAt) / 1000;
  const files = {
    opus: outputFile(job.folder, name, 'opus'),
    mp3: outputFile(job.folder, name, 'mp3'),
    ...(job.text && { epub: await writeEpub(job, job.text) }),
  };
  for (const text of report.silent)
    reporter.report(
      { event: 'silent', input, text },
      `! ${input}: the voice makes no sound for „${text}“; players will read it with another one`,
    );
  const event = report.unchanged ? 'unchanged' : 'recorded';
  reporter.report({ event, input, ...report, seconds, files }, lineOf(input, report, seconds));
  return EXIT.done;
}

function lineOf(input: string, report: RecordingReport, seconds: number): string {
  const { sentences, rendered } = report;
  if (report.unchanged) return `✔ ${input}: unchanged`;
  return `✔ ${input}: ${sentences} sentences, ${duration(report.duration)} of sound, ${rendered} rendered, in ${seconds.toFixed(1)} s`;
}

async function check(
  job: RecordingJob,
  { input }: Source,
  { voice, reporter }: Session,
): Promise<number> {
  const existing = await existingRecording(job.folder, job.name);
  if (existing?.fingerprint === fingerprintOf(job, voice)) {
    reporter.report({ event: 'current', input }, `✔ ${input}: up to date`);
    return EXIT.done;
  }
  const recorded = new Set(existing?.sentences.map(({ hash }) => hash));
  const changed = job.script.filter(({ hash }) => !recorded.has(hash)).length;
  const why = !existing
    ? 'there is no recording'
    : changed > 0
      ? `${changed} of ${job.script.length} sentences changed`
      : 'sentences were removed, or the voice, the rules or the details changed';
  reporter.report({ event: 'stale', input, missing: !existing, changed }, `✖ ${input}: ${why}`);
  return EXIT.stale;
}

async function dryRun(
  { script }: RecordingJob,
  { input }: Source,
  { voice, store, reporter }: Session,
): Promise<number> {
  const plan = await estimate(script, voice, store);
  const { sentences, minutes, characters, azureDollars } = plan;
  reporter.report(
    { event: 'plan', input, ...plan },
    `${input}: ${sentences} sentences, ${minutes.toFixed(1)} minutes, ${characters} characters to render; with Azure about $${azureDollars.toFixed(2)}`,
  );
  return EXIT.done;
}
