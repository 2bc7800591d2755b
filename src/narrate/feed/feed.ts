import { optionalPackage } from '../optional-package.js';
import { URL_NAMESPACE, uuid } from '../uuid.js';
import type { Episode } from './episode.js';

/** What a podcast says about itself. */
export interface Channel {
  /** Where the files are published, with a slash at the end. */
  readonly site: string;
  /** The address of the feed. */
  readonly address: string;
  /** By default the publisher of the newest episode, else the host of the site. */
  readonly title?: string;
  /** By default the title. */
  readonly description?: string;
  /** BCP 47; by default that of the newest episode. */
  readonly lang?: string;
  /** The address of the website; by default the root of `site`. */
  readonly link?: string;
  readonly author?: string;
  readonly email?: string;
  /** The address of a square picture, JPEG or PNG, of 1400 to 3000 pixels. */
  readonly image?: string;
  /** Apple's categories, such as `News` or `News > Daily News`. */
  readonly categories?: readonly string[];
  readonly explicit?: boolean;
}

/** Made from the feed's address. @see https://podcasting2.org/docs/podcast-namespace/tags/guid */
const PODCAST_NAMESPACE = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6';

/** The endings of the files beside an episode. */
export const CAPTIONS = '.captions.vtt';
export const CHAPTERS = '.chapters.json';

/**
 * Writes a podcast feed: RSS with Apple's tags, transcripts and chapters.
 *
 * @throws a UsageFailure if a package is not installed
 * @see https://podcasters.apple.com/support/823-podcast-requirements
 * @see https://podcasting2.org/docs/podcast-namespace
 */
export async function formatFeed(channel: Channel, episodes: readonly Episode[]): Promise<string> {
  const { generateRssFeed } = await optionalPackage(() => import('vorleser-narrate/feed.js'));
  const newest = [...episodes].sort((one, other) => other.date.getTime() - one.date.getTime());
  const { address, author, image, explicit = false } = channel;
  const title = channel.title ?? newest[0]?.author ?? new URL(channel.site).host;
  const link = channel.link ?? new URL('/', channel.site).href;
  const feed = {
    title,
    link,
    description: channel.description ?? title,
    language: channel.lang ?? newest[0]?.lang ?? 'de',
    lastBuildDate: newest[0]?.date,
    generator: 'Vorleser',
    ...(image && { image: { url: image, title, link } }),
    atom: { links: [{ href: address, rel: 'self', type: 'application/rss+xml' }] },
    itunes: {
      author: author ?? title,
      image,
      explicit,
      type: 'episodic',
      categories: channel.categories?.map(category),
      ...(channel.email && { owner: { name: author ?? title, email: channel.email } }),
    },
    podcast: {
      guid: await uuid(PODCAST_NAMESPACE, address.replace(/^\w+:\/\//, '').replace(/\/+$/, '')),
      locked: { value: false, owner: channel.email },
      medium: 'podcast',
    },
    items: await Promise.all(newest.map((episode) => itemOf(channel, episode))),
  };
  return asDirectoriesWant(generateRssFeed(feed, { strict: true }));
}

/**
 * Texts without white space around them, in which hexadecimal references stand for the characters of markup, so that no app
 * takes them for HTML; and Apple's words for yes and no.
 *
 * @see https://www.rssboard.org/rss-profile#data-types-characterdata
 */
function asDirectoriesWant(xml: string): string {
  return xml
    .replaceAll(/\s*<!\[CDATA\[(.*?)\]\]>\s*/gs, (_, text: string) =>
      text.replaceAll(/[&<>]/g, (character) => `&#x${character.codePointAt(0)?.toString(16)};`),
    )
    .replaceAll(/(?<=<itunes:explicit>)(?:yes|no)/g, (word) => String(word === 'yes'));
}

async function itemOf({ site, explicit = false }: Channel, episode: Episode) {
  const { name, title, description, link, date, recording, licence, lang } = episode;
  const file = (ending: string) => new URL(`${encodeURIComponent(name)}${ending}`, site).href;
  const isAddress = URL.canParse(licence ?? '');
  return {
    title,
    link: link ?? file('.mp3'),
    description,
    pubDate: date,
    guid: {
      value: `urn:uuid:${await uuid(URL_NAMESPACE, link ?? file('.mp3'))}`,
      isPermaLink: false,
    },
    enclosures: [{ url: file('.mp3'), length: episode.size, type: 'audio/mpeg' }],
    itunes: {
      duration: Math.round(episode.duration),
      explicit,
      image: episode.image,
      author: episode.author,
      episodeType: 'full',
    },
    podcast: {
      transcripts: [{ url: file(CAPTIONS), type: 'text/vtt', rel: 'captions', language: lang }],
      ...(episode.chapters.length > 0 && {
        chapters: { url: file(CHAPTERS), type: 'application/json+chapters' },
      }),
      ...(recording.reader === 'person' &&
        recording.readBy && {
          persons: [{ display: recording.readBy, role: 'narrator', group: 'cast' }],
        }),
      ...(licence && {
        license: isAddress ? { display: licenceName(licence), url: licence } : { display: licence },
      }),
    },
  };
}

/** The identifier of a licence of Creative Commons, `cc-by-4.0`; the address for others. */
function licenceName(address: string): string {
  const [, kind, version] =
    /creativecommons\.org\/licenses\/([\w-]+)\/([\d.]+)/.exec(address) ?? [];
  return kind && version ? `cc-${kind}-${version}` : address.slice(0, 128);
}

function category(name: string) {
  const [text = '', ...within] = name.split('>').map((part) => part.trim());
  return { text, categories: within.map((each) => ({ text: each })) };
}

/**
 * Writes the chapters of an episode.
 *
 * @see https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md
 */
export function formatChapters({ title, name, chapters }: Episode): string {
  const list = chapters.map((chapter) => ({ startTime: chapter.start, title: chapter.title }));
  return JSON.stringify(
    { version: '1.2.0', title, fileName: `${name}.mp3`, chapters: list },
    null,
    1,
  );
}
