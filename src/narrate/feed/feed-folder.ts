import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { formatCaptions } from '../../recording/captions.js';
import { parseWebVtt } from '../../recording/webvtt.js';
import { Failure } from '../failure.js';
import { writeWhole } from '../write-whole.js';
import { beginningOf, type Episode } from './episode.js';
import { CAPTIONS, CHAPTERS, formatChapters, formatFeed, type Channel } from './feed.js';
import { parseJsonLd, type Described } from './json-ld.js';

/** What became of a folder. */
export interface FeedReport {
  readonly episodes: number;
  /** What a person should know: recordings that were left out, and what podcast directories will miss. */
  readonly warnings: readonly string[];
}

/**
 * Makes a podcast of a folder of narrated articles: writes the feed, and beside each `NAME.mp3` with a `NAME.vtt` its captions and chapters. What
 * `NAME.jsonld` says about the article is used where it is there. Files are written under another name first, so that none is ever half there.
 *
 * @param out the file of the feed
 * @throws a Failure if there is no narrated article in the folder
 */
export async function writeFeed(
  folder: string,
  channel: Channel,
  out: string,
): Promise<FeedReport> {
  const files = new Set(await readdir(folder));
  const names = [...files].filter((file) => file.endsWith('.mp3')).map((file) => file.slice(0, -4));
  const warnings: string[] = [];
  const episodes: Episode[] = [];
  for (const name of names.sort()) {
    if (files.has(`${name}.vtt`)) episodes.push(await readEpisode(folder, name, files));
    else warnings.push(`${name}.mp3 was left out: there is no ${name}.vtt`);
  }
  if (episodes.length === 0) throw new Failure(`there is no narrated article in ${folder}`);
  for (const episode of episodes) {
    const file = path.join(folder, episode.name);
    await writeWhole(file + CAPTIONS, formatCaptions(episode.recording));
    if (episode.chapters.length > 0) await writeWhole(file + CHAPTERS, formatChapters(episode));
  }
  await writeWhole(out, await formatFeed(channel, episodes));
  return { episodes: episodes.length, warnings: [...warnings, ...lackOf(channel)] };
}

async function readEpisode(
  folder: string,
  name: string,
  files: ReadonlySet<string>,
): Promise<Episode> {
  const file = path.join(folder, name);
  const recording = parseWebVtt(await readFile(`${file}.vtt`, 'utf8'));
  const { size, mtime } = await stat(`${file}.mp3`);
  const described: Described = files.has(`${name}.jsonld`)
    ? parseJsonLd(await readFile(`${file}.jsonld`, 'utf8'))
    : { chapters: [] };
  const title = described.title ?? recording.title ?? name;
  return {
    ...described,
    name,
    title,
    size,
    recording,
    lang: described.lang ?? recording.lang,
    date: described.date ?? mtime,
    duration: described.duration ?? recording.sentences.at(-1)?.end ?? 0,
    description: described.description ?? beginningOf(recording, title),
  };
}

/** What podcast directories ask for and a feed does not have. */
function lackOf({ image, categories = [], email }: Channel): string[] {
  return [
    ...(image ? [] : ['Directories want a square picture of 1400 to 3000 pixels: --image URL']),
    ...(categories.length > 0 ? [] : ['Directories want a category: --category News']),
    ...(email ? [] : ['Some directories write to the owner to verify the feed: --email ADDRESS']),
  ];
}
