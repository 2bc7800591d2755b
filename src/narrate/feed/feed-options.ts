import path from 'node:path';
import { parseArgs } from 'node:util';
import { UsageFailure } from '../failure.js';
import type { Channel } from './feed.js';

/** What the command line says. */
export interface FeedOptions {
  /** The folder of the recordings. */
  readonly folder: string;
  /** The file of the feed. */
  readonly out: string;
  readonly channel: Channel;
}

const text = { type: 'string' } as const;

const OPTIONS = {
  site: text,
  out: text,
  title: text,
  description: text,
  link: text,
  lang: text,
  author: text,
  email: text,
  image: text,
  category: { type: 'string', multiple: true, default: [] as string[] },
  explicit: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What `--help` shows. */
export const FEED_HELP = `vorleser feed DIR --site URL --out FILE

Makes a podcast of a folder of narrated articles: writes the feed, and beside each recording its captions and chapters.

  --site URL          where the files of DIR are published
  --out FILE          the feed; it belongs into DIR, too, and its address is URL/FILE
  --title TEXT        the title of the podcast; by default the publisher of the articles
  --description TEXT  what it is about
  --link URL          its website; by default that of --site
  --lang TAG          its language; by default that of the newest article
  --author NAME       who makes it
  --email ADDRESS     whom podcast directories write to; the address is public
  --image URL         a square picture of 1400 to 3000 pixels
  --category NAME     as in Apple Podcasts, such as 'News > Daily News'; may be repeated
  --explicit          it is not for children

Exit codes: 0 done, 1 failed, 2 wrong usage.
`;

/**
 * Parses the arguments after `feed`.
 *
 * @returns null if help is asked for
 * @throws a UsageFailure
 */
export function parseFeedOptions(args: readonly string[]): FeedOptions | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [folder, ...others] = positionals;
  const { site, out, category: categories, ...channel } = values;
  if (!folder || others.length > 0)
    throw new UsageFailure('which folder? vorleser feed DIR --site URL --out FILE');
  if (!site) throw new UsageFailure('where are the files published? Add --site URL');
  if (!out) throw new UsageFailure('which file? Add --out FILE');
  for (const [name, value] of Object.entries({ site, link: values.link, image: values.image }))
    if (value !== undefined && !/^https?:\/\/./.test(value))
      throw new UsageFailure(
        `--${name} is an address such as https://zeitung.example/, not ${value}`,
      );
  const base = new URL(site.replace(/\/?$/, '/'));
  const address = new URL(encodeURIComponent(path.basename(out)), base).href;
  return { folder, out, channel: { ...channel, site: base.href, address, categories } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new UsageFailure((cause as Error).message, { cause });
  }
}
