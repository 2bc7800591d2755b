/** A player as the code in this folder knows it: an element that names the article it reads. */
export interface ArticleHost extends HTMLElement {
  /** The article's root, or null to look it up. */
  readonly article: Element | null;
  /** The id of the article's root in the same tree, or a CSS selector; or null. */
  readonly htmlFor: string | null;
}

/** A player that can be given another article, and reads it. */
export interface ArticlePlayer extends ArticleHost {
  article: Element | null;
  htmlFor: string | null;
  play(): Promise<void>;
}
