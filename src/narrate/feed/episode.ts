import type { Recording } from '../../recording/recording.js';

/** A chapter of an episode. */
export interface EpisodeChapter {
  readonly title: string;
  /** In seconds from the beginning. */
  readonly start: number;
}

/** A narrated article as an episode of a podcast. */
export interface Episode {
  /** What its files are called, without extension. */
  readonly name: string;
  readonly title: string;
  readonly date: Date;
  /** In seconds. */
  readonly duration: number;
  /** The size of the MP3 file, in bytes. */
  readonly size: number;
  readonly description: string;
  /** BCP 47. */
  readonly lang?: string;
  /** The address of the article. */
  readonly link?: string;
  readonly image?: string;
  readonly author?: string;
  /** An address or a sentence on the rights. */
  readonly licence?: string;
  readonly chapters: readonly EpisodeChapter[];
  readonly recording: Recording;
}

/** How long a description made from the text is, in characters, at most. */
const LONGEST = 300;

/** What describes an episode that says nothing about itself: the beginning of its text. */
export function beginningOf({ sentences }: Recording, title: string): string {
  let text = '';
  for (const { text: sentence = '' } of sentences) {
    if (sentence === title) continue;
    if (text && text.length + sentence.length > LONGEST) break;
    text += `${text && ' '}${sentence}`;
  }
  return text || title;
}
