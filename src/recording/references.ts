/** A part of an audio file. */
export interface AudioClip {
  /** The address of the file, without the fragment. */
  readonly file: string;
  /** In seconds from the beginning of the file; the end is NaN where it is not given. */
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the address of a part of an audio file, such as `story.mp3#t=1.2,3.4`. Without a time, the whole file is meant.
 *
 * @see https://www.w3.org/TR/media-frags/#naming-time
 */
export function parseAudioReference(address: string): AudioClip {
  const [file = '', fragment = ''] = address.split('#');
  const time = /(?:^|&)t=(?:npt:)?([^&]*)/.exec(fragment)?.[1] ?? '';
  const [start = '', end = ''] = time.split(',');
  return { file, start: start ? clockTime(start) : 0, end: end ? clockTime(end) : NaN };
}

/** Writes the address of a part of an audio file; times are in seconds. */
export function formatAudioReference(file: string, start: number, end: number): string {
  return `${file}#t=${inMilliseconds(start)},${inMilliseconds(end)}`;
}

/**
 * The seconds of a time such as `83.5`, `83.5s`, `1.5min`, `2h`, `90ms`, `1:23.5` or `0:01:23.5`; NaN for anything else.
 *
 * @see https://www.w3.org/TR/SMIL3/smil-timing.html#q22
 */
export function clockTime(text: string): number {
  const [, clock, count, unit = 's'] =
    /^(?:((?:\d+:)?\d+:\d+(?:\.\d*)?)|(\d+(?:\.\d*)?)(h|min|s|ms)?)$/.exec(text.trim()) ?? [];
  if (clock) return clock.split(':').reduce((total, part) => total * 60 + Number(part), 0);
  return Number(count) * ({ h: 3600, min: 60, s: 1, ms: 0.001 }[unit] ?? NaN);
}

/** Seconds, to the millisecond. */
export function inMilliseconds(seconds: number): string {
  return String(Math.round(seconds * 1000) / 1000);
}

/**
 * The address of a text in a page: a text fragment, which browsers find and scroll to.
 *
 * @param page the address of the page; empty for the page itself
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function formatTextReference(page: string, text: string): string {
  return `${page}#:~:text=${encodeURIComponent(text).replaceAll('-', '%2D')}`;
}

/** The text that a text fragment quotes in full; undefined for every other address. */
export function quotedText(address: string): string | undefined {
  const quote = /#.*:~:text=([^,&-]+)(?:&|$)/.exec(address)?.[1];
  try {
    return quote && decodeURIComponent(quote);
  } catch {
    return undefined;
  }
}
