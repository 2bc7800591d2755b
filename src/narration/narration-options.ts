/** Which content of an article is read. */
export interface NarrationOptions {
  /** A CSS selector of elements to leave out. */
  readonly skip?: string;
  /** Whether an element that would be read is left out with its content. */
  readonly leaveOut?: (element: Element) => boolean;
  /** How much of the text of a block is read, in UTF-16 code units: the credit of a picture may follow. All of it by default. */
  readonly readUpTo?: (text: string, block: Element) => number;
  /** Whether the alternative text of images is read; false by default. */
  readonly images?: boolean;
  /** Whether preformatted text, which is usually program code, is read; false by default. */
  readonly code?: boolean;
  /** Whether text is read that is hidden from sight but not from screen readers; false by default. */
  readonly screenReaderText?: boolean;
  /** Whether struck-out text is read; false by default, since it no longer holds. */
  readonly struckOut?: boolean;
  /** Finds the language of the article, BCP 47; by default that of the nearest `lang` around the text, and German without one. */
  readonly language?: (root: Element) => string;
}
