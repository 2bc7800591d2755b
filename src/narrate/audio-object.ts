import type { ArticleDetails } from './articles/open-article.js';
import type { Chapter } from './layout.js';

/** By which the value of `identifier` is known. */
const PROPERTY = 'vorleser:script';

/** What a recording's JSON-LD says beyond its article. */
export interface AudioFacts {
  readonly name: string;
  readonly reader: string;
  /** In seconds. */
  readonly duration: number;
  /** In bytes. */
  readonly opusSize: number;
  readonly mp3Size: number;
  readonly fingerprint: string;
}

/**
 * A recording as structured data, for the page of the article, and for the command itself, which recognizes by it what a recording was made of.
 *
 * @see https://schema.org/AudioObject
 */
export function audioObjectJsonLd(
  { title, lang, publisher, date, licence, url }: ArticleDetails,
  { name, reader, duration, opusSize, mp3Size, fingerprint }: AudioFacts,
  chapters: readonly Chapter[] = [],
): string {
  const file = encodeURIComponent(name);
  const common = {
    '@type': 'AudioObject',
    name: title,
    inLanguage: lang,
    duration: `PT${duration.toFixed(3)}S`,
  };
  const object = {
    '@context': 'https://schema.org',
    ...common,
    contentUrl: `${file}.mp3`,
    encodingFormat: 'audio/mpeg',
    contentSize: String(mp3Size),
    encoding: {
      ...common,
      contentUrl: `${file}.opus`,
      encodingFormat: 'audio/ogg; codecs=opus',
      contentSize: String(opusSize),
    },
    caption: { '@type': 'MediaObject', contentUrl: `${file}.vtt`, encodingFormat: 'text/vtt' },
    creditText: reader,
    ...(publisher && { publisher: { '@type': 'Organization', name: publisher } }),
    ...(date && { datePublished: date }),
    ...(licence && { license: licence }),
    ...(url && { isBasedOn: url }),
    ...(chapters.length > 1 && { hasPart: chapters.map(clipOf) }),
    identifier: { '@type': 'PropertyValue', propertyID: PROPERTY, value: fingerprint },
  };
  return `${JSON.stringify(object, null, 2).replaceAll('<', '\\u003c')}\n`;
}

/** @see https://schema.org/Clip */
function clipOf({ title, start, end }: Chapter) {
  const [startOffset, endOffset] = [start, end].map((time) => Math.round(time * 1000) / 1000);
  return { '@type': 'Clip', name: title, startOffset, endOffset };
}

/** What such a file says about itself; null for other files. */
export function parseAudioObject(json: string): AudioFacts | null {
  try {
    const object = JSON.parse(json) as Record<string, unknown> & {
      identifier?: { propertyID?: unknown; value?: unknown };
      encoding?: { contentSize?: unknown };
    };
    if (object.identifier?.propertyID !== PROPERTY) return null;
    return {
      name: String(object.name),
      reader: String(object.creditText),
      duration: Number(/^PT([\d.]+)S$/.exec(String(object.duration))?.[1]),
      mp3Size: Number(object.contentSize),
      opusSize: Number(object.encoding?.contentSize),
      fingerprint: String(object.identifier.value),
    };
  } catch {
    return null;
  }
}
