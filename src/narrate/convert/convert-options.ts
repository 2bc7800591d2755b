import { parseArgs } from 'node:util';
import { UsageFailure } from '../failure.js';

export const FORMATS = ['vtt', 'captions', 'syncnarr', 'guided'] as const;
export type Format = (typeof FORMATS)[number];

/** What the command line says. */
export interface ConvertOptions {
  readonly input: string;
  readonly out: string;
  readonly to: Format;
  /** The address of the audio file, where the format has one. */
  readonly audio?: string;
  /** The address of the article, where the format has one. */
  readonly page: string;
}

const text = { type: 'string' } as const;

const OPTIONS = {
  out: text,
  to: { type: 'string', default: 'vtt' },
  audio: text,
  page: { type: 'string', default: '' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What `--help` shows. */
export const CONVERT_HELP = `vorleser convert FILE --out FILE [--to FORMAT]

Writes the times of a recording in another format. FILE is WebVTT as "vorleser narrate" writes it, Synchronized Narration,
a Readium Guided Navigation Document, or an EPUB with Media Overlays, whose sound is written beside --out.

  --out FILE      where to
  --to FORMAT     vtt (default), captions (WebVTT to be shown), syncnarr (Synchronized Narration), guided (Guided Navigation)
  --audio URL     syncnarr, guided: the address of the audio file, as seen from the written one
  --page URL      syncnarr, guided: the address of the article; without it, the page that points to the written file

Exit codes: 0 done, 1 failed, 2 wrong usage.
`;

/**
 * Parses the arguments after `convert`.
 *
 * @returns null if help is asked for
 * @throws a UsageFailure
 */
export function parseConvertOptions(args: readonly string[]): ConvertOptions | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [input, ...others] = positionals;
  const { out, audio, page } = values;
  const to = FORMATS.find((format) => format === values.to);
  if (!input || others.length > 0)
    throw new UsageFailure('which file? vorleser convert FILE --out FILE');
  if (!out) throw new UsageFailure('where to? Add --out FILE');
  if (!to) throw new UsageFailure(`--to is one of ${FORMATS.join(', ')}, not ${values.to}`);
  return { input, out, to, audio, page };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new UsageFailure((cause as Error).message, { cause });
  }
}
