import type { ReadingOptions } from './unread.js';

/**
 * What is spoken instead of an element's text, where its markup says so: `data-vorleser-say`, the alternative text of an
 * image, the title of an abbreviation, the reading of ruby, the description of a formula or its TeX. Undefined where it
 * does not.
 */
export function sayOf(element: Element, { images }: ReadingOptions): string | undefined {
  const said = element.getAttribute('data-vorleser-say');
  if (said) return said;
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
      return superscript(element.textContent);
    default:
      return undefined;
  }
}

function formula(math: Element): string | undefined {
  return trimmed(math.getAttribute('alttext') ?? math.querySelector('annotation')?.textContent);
}

/** Raised digits after TeX's sign for that, so that „m<sup>2</sup>“ is no „m2“. */
function superscript(text: string): string | undefined {
  return /^\s*[-−+]?\d{1,3}\s*$/.test(text) ? `^${text.trim()}` : undefined;
}

function trimmed(text: string | null | undefined): string | undefined {
  return text?.trim() || undefined;
}
