import type { NarrationOptions } from './narration-options.js';
import { spokenSuperscript } from './superscript.js';

/**
 * What is spoken instead of the text of an element, if its markup says so: `data-vorleser-say`, the alternative text of an
 * image, the title of an abbreviation, the reading of ruby, the description of a formula or its TeX, the label of what has the
 * role of an image or a formula. Undefined if the text itself is spoken.
 */
export function spokenAlternative(
  element: Element,
  { images }: NarrationOptions,
): string | undefined {
  const byAuthor = element.getAttribute('data-vorleser-say');
  if (byAuthor) return byAuthor;
  if (element.localName === 'sup') return spokenSuperscript(element);
  if (element.localName === 'img' && !images) return undefined;
  return (written(element) ?? label(element, images))?.trim() || undefined;
}

/** The text that the markup gives for what an element shows. */
function written(element: Element): string | null | undefined {
  switch (element.localName) {
    case 'img':
      return element.getAttribute('alt');
    case 'abbr':
      return element.getAttribute('title');
    case 'ruby':
      return Array.from(element.querySelectorAll('rt'), (rt) => rt.textContent).join('');
    case 'math':
      return (
        element.getAttribute('alttext') ??
        (element.querySelector('annotation') ?? element).textContent
      );
    default:
      return undefined;
  }
}

function label(element: Element, images = false): string | null {
  const role = element.getAttribute('role');
  return role === 'math' || (images && role === 'img') ? element.getAttribute('aria-label') : null;
}
