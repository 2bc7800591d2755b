import { isObject } from '../../recording/clips.js';
import type { EpisodeChapter } from './episode.js';

/** What structured data says about a recording and its article. */
export interface Described {
  readonly title?: string;
  readonly description?: string;
  readonly date?: Date;
  /** In seconds. */
  readonly duration?: number;
  readonly lang?: string;
  readonly link?: string;
  readonly image?: string;
  readonly author?: string;
  readonly licence?: string;
  readonly chapters: readonly EpisodeChapter[];
}

/**
 * Reads JSON-LD with an `AudioObject`, by itself, in a `@graph`, or as the `audio` of an article. Where the audio does not say something, its article
 * does.
 *
 * @throws a SyntaxError if the text is not JSON
 * @see https://schema.org/AudioObject
 */
export function parseJsonLd(text: string): Described {
  const all = objectsIn(JSON.parse(text));
  const audio = all.find((object) => hasType(object, /^AudioObject$/)) ?? {};
  const article = all.find((object) => hasType(object, /Article$|^BlogPosting$|^Report$/)) ?? {};
  const first = (...names: string[]) =>
    [audio, article].flatMap((object) => names.flatMap((name) => textOf(object[name]) ?? []))[0];
  const date = new Date(first('datePublished', 'uploadDate', 'dateCreated') ?? NaN);
  const clips = Array.isArray(audio['hasPart']) ? audio['hasPart'] : [];
  return {
    title: first('name', 'headline'),
    description: first('description', 'abstract'),
    ...(!Number.isNaN(date.getTime()) && { date }),
    duration: secondsOf(first('duration')),
    lang: first('inLanguage'),
    link:
      textOf(article['url']) ?? textOf(article['mainEntityOfPage']) ?? textOf(audio['isBasedOn']),
    image: first('thumbnailUrl', 'image'),
    author: first('author', 'creator', 'publisher'),
    licence: first('license'),
    chapters: clips.filter(isObject).flatMap((clip) => {
      const [title, start] = [textOf(clip['name']), Number(clip['startOffset'])];
      return title && Number.isFinite(start) ? { title, start } : [];
    }),
  };
}

/** All objects of JSON, the outer ones first. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

function hasType(object: Record<string, unknown>, pattern: RegExp): boolean {
  const types = object['@type'];
  return [types].flat().some((type) => typeof type === 'string' && pattern.test(type));
}

/** The text that a value stands for: itself, or the name or address of a thing. */
function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return textOf(value[0]);
  if (typeof value === 'string') return value || undefined;
  return isObject(value) ? textOf(value['name'] ?? value['url'] ?? value['@id']) : undefined;
}

/** The seconds of a duration such as `PT1H2M3.5S`. */
function secondsOf(duration = ''): number | undefined {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration);
  if (!match) return undefined;
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}
