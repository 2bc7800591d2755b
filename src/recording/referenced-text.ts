import type { TextOf } from './clips.js';

/** Finds the text of the elements in an article that a document of synchronized media refers to by their ids. */
export function referencedText(article: Element): TextOf {
  return (address) => {
    const id = decodeURIComponent(/#([^#:]+)$/.exec(address)?.[1] ?? '');
    return (id && article.querySelector(`[id="${CSS.escape(id)}"]`)?.textContent) || undefined;
  };
}
