import type { NarrationOptions } from './narration-options.js';
import { spokenSuperscript } from './superscript.js';

/**
 * What is spoken instead of the text of an element, if its markup says so: `data-vorleser-say`, the alternative text of an
 * image, the title of an abbreviation, the reading of ruby, the description of a formula or its TeX. Undefined if the text
 * itself is spoken.
 */
export function spokenAlternative(
  element: Element,
  { images }: NarrationOptions,
): string | undefined {
  const byAuthor = element.getAttribute('data-vorleser-say');
  if (byAuthor) return byAuthor;
  switch (element.localName) {
    case 'img':
      return images ? trimmed(element.getAttribute('alt')) : undefined;
    case 'abbr':
      return trimmed(element.getAttribute('title'));
    case 'ruby':
      return trimmed([...element.querySelectorAll('rt')].map((rt) => rt.textContent).join(''));
    case 'math':
      return formula(element);
    case 'sup':
      return spokenSuperscript(element);
    default:
      return undefined;
  }
}

function formula(math: Element): string | undefined {
  return trimmed(math.getAttribute('alttext') ?? math.querySelector('annotation')?.textContent);
}

function trimmed(text: string | null | undefined): string | undefined {
  return text?.trim() || undefined;
}
