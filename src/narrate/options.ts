import { availableParallelism, homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ENCODERS, type EncoderName } from './encoders/choose-encoder.js';
import { UsageFailure } from './failure.js';
import { ENGINES, type EngineName } from './voices/choose-voice.js';

/** What the command line says. */
export interface NarrateOptions {
  readonly inputs: readonly string[];
  /** The folder of the recordings. */
  readonly out: string;
  readonly engine: EngineName;
  readonly voice: string;
  readonly command?: string;
  /** The address of a speech server. */
  readonly server?: string;
  readonly jobs: number;
  readonly root?: string;
  readonly skip?: string;
  /** A file in W3C's format. */
  readonly lexicon?: string;
  /** Hosts that pages may be fetched from. */
  readonly allow: readonly string[];
  /** What the article from standard input is called. */
  readonly name: string;
  /** The file of a picture. */
  readonly cover?: string;
  readonly licence?: string;
  /** Whether a book is written, too. */
  readonly epub: boolean;
  readonly encoder: EncoderName;
  /** The folder with what was rendered before. */
  readonly cache: string;
  readonly mode: 'record' | 'dry-run' | 'check';
  readonly json: boolean;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const OPTIONS = {
  out: text,
  engine: { type: 'string', default: 'embedded' },
  voice: { type: 'string', default: '' },
  command: text,
  server: text,
  jobs: text,
  root: text,
  skip: text,
  lexicon: text,
  allow: { type: 'string', multiple: true, default: [] as string[] },
  name: { type: 'string', default: 'article' },
  cover: text,
  licence: text,
  encoder: { type: 'string', default: 'auto' },
  cache: text,
  epub: flag,
  json: flag,
  'dry-run': flag,
  check: flag,
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What `--help` shows. */
export const NARRATE_HELP = `vorleser narrate FILE… --out DIR

Reads articles aloud into sound files, with the time of each sentence.
FILE is Markdown, HTML, a pattern such as 'texts/**/*.md', an address, or - for standard input.
Writes NAME.opus, NAME.mp3, NAME.vtt and NAME.jsonld.

  --out DIR         the folder of the recordings
  --engine NAME     embedded (default), azure, server
  --voice URI       the voice, as the engine calls it
  --command CMD     a program that reads text from standard input and writes a WAV file to standard output;
                    {voice} stands for --voice
  --server URL      the address of a speech server, for --engine server
  --root SELECTOR   the article in the page; without it, the main text is found as in the browser
  --skip SELECTOR   what of the article is left out
  --lexicon FILE    how words are pronounced (W3C PLS)
  --allow HOST      a host that pages may be fetched from; may be repeated
  --name NAME       what the article from standard input is called
  --cover FILE      a picture for the sound files, JPEG or PNG
  --licence TEXT    the licence of the recording, or its address
  --epub            writes NAME.epub, too: a book that readers play and follow
  --encoder NAME    ffmpeg, package, or auto (default): ffmpeg if it is there
  --cache DIR       where rendered sentences are kept, so that only changed ones are rendered
  --jobs N          how many sentences are rendered at the same time
  --json            one JSON object a line on standard output
  --dry-run         only tells sentences, minutes, characters and Azure's price
  --check           only tells which recordings are stale

Exit codes: 0 done, 1 an article failed, 2 wrong usage, 3 a recording is stale (--check).
`;

/**
 * Parses the arguments after `narrate`.
 *
 * @returns null if help is asked for
 * @throws a UsageFailure
 */
export function parseOptions(args: readonly string[]): NarrateOptions | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  if (positionals.length === 0)
    throw new UsageFailure('which file? vorleser narrate FILE… --out DIR');
  if (values.check && values['dry-run']) throw new UsageFailure('--check or --dry-run, not both');
  const mode = values.check ? 'check' : values['dry-run'] ? 'dry-run' : 'record';
  if (values.out === undefined && mode !== 'dry-run')
    throw new UsageFailure('into which folder? Add --out DIR');
  const { out = '.', cache = defaultCache(), json } = values;
  return {
    ...values,
    inputs: positionals,
    mode,
    out,
    cache,
    json,
    engine: oneOf(ENGINES, '--engine', values.engine),
    encoder: oneOf(ENCODERS, '--encoder', values.encoder),
    jobs: jobsOf(values.jobs),
    allow: values.allow,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new UsageFailure((cause as Error).message, { cause });
  }
}

function oneOf<Name extends string>(names: readonly Name[], option: string, value: string): Name {
  const found = names.find((name) => name === value);
  if (!found) throw new UsageFailure(`${option} is one of ${names.join(', ')}, not ${value}`);
  return found;
}

function jobsOf(jobs: string | undefined): number {
  if (jobs === undefined) return availableParallelism();
  if (!/^[1-9]\d{0,2}$/.test(jobs))
    throw new UsageFailure(`--jobs is a number from 1, not ${jobs}`);
  return Number(jobs);
}

/** @see https://specifications.freedesktop.org/basedir-spec/latest/ */
function defaultCache(): string {
  return path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'vorleser');
}
