/** A player as the code in this folder knows it: an element that names the article it reads. */
export interface ArticleHost extends HTMLElement {
  /** The id of the article's root in the same tree, or null. */
  readonly htmlFor: string | null;
}
