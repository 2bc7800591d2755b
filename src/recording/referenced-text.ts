import type { TextOf } from './clips.js';

/** Finds the text of the elements of a page that a document of synchronized media refers to by their ids. */
export function referencedText(page: ParentNode): TextOf {
  return (address) => {
    const id = decodeURIComponent(/#([^#:]+)$/.exec(address)?.[1] ?? '');
    return (id && page.querySelector(`[id="${CSS.escape(id)}"]`)?.textContent) || undefined;
  };
}
