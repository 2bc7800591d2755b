import type { Cue } from '../../narration/cue.js';
import { headingsOf, type Heading } from './navigation.js';
import { type Picture, pictureName } from './picture.js';
import { markSentences } from './xhtml.js';

/** The text of an article, as a book has it. It no longer needs the document. */
export interface BookText {
  /** XHTML, with an element around each sentence. */
  readonly xhtml: string;
  /** The ids of these elements by the index of the cue. */
  readonly ids: ReadonlyMap<number, string>;
  /** The sentences as they are written, by the index of the cue. */
  readonly sentences: ReadonlyMap<number, string>;
  readonly headings: readonly Heading[];
  /** The pictures by their addresses in the book. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Whether every picture has an alternative text. */
  readonly isDescribed: boolean;
  readonly hasMath: boolean;
}

/** Where the text of a book comes from, and what of it is kept. */
export interface BookTextOptions {
  /** The pictures of the article by the `src` of their elements. Others are replaced by their alternative text. */
  readonly pictures?: ReadonlyMap<string, Picture>;
  /** The address of the article, against which links are resolved. */
  readonly base?: string;
  /** Whether an element is no part of the article. */
  readonly leaveOut?: (element: Element) => boolean;
}

/**
 * Reads the text of an article for a book.
 *
 * @param article the element that was narrated, and the cues of its narration
 */
export function bookText(
  article: Element,
  cues: readonly Cue[],
  { pictures = new Map(), base, leaveOut }: BookTextOptions = {},
): BookText {
  const images = [...article.querySelectorAll('img')];
  const used = new Set(images.map((image) => image.getAttribute('src') ?? ''));
  const files = [...pictures]
    .filter(([src]) => used.has(src))
    .map(([src, picture], index) => ({
      src,
      picture,
      name: pictureName(`picture${index}`, picture),
    }));
  const addresses = new Map(files.map(({ src, name }) => [src, name]));
  return {
    ...markSentences(article, { cues, pictures: addresses, base, leaveOut }),
    sentences: new Map(cues.map((cue) => [cue.index, cue.text])),
    headings: headingsOf(cues),
    pictures: new Map(files.map(({ name, picture }) => [name, picture])),
    isDescribed: images.every((image) => image.hasAttribute('alt')),
  };
}
