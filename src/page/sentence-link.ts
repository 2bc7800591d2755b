import { oneLine } from '../narration/one-line.js';
import {
  generateFragmentFromRange,
  type TextFragment,
} from 'text-fragments-polyfill/dist/fragment-generation-utils.js';

/**
 * A link to this page that opens at a text and highlights it, with enough of the surrounding text to be unambiguous.
 *
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function linkTo(range: Range): string {
  const [page = ''] = location.href.split(':~:');
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${directiveOf(fragmentOf(range))}`;
}

/** In the page's own spelling: the package removes capitals and diacritics. */
function fragmentOf(range: Range): TextFragment {
  const words = range.cloneRange();
  const { prefix, textStart, textEnd, suffix } = generateFragmentFromRange(words).fragment ?? {};
  const text = oneLine(String(words));
  if (textStart === undefined) return { textStart: text };
  const [before, after] = [document.createRange(), document.createRange()];
  before.setEnd(words.startContainer, words.startOffset);
  after.selectNodeContents(document.body);
  after.setStart(words.endContainer, words.endOffset);
  return {
    prefix: prefix && ending(oneLine(String(before)), prefix),
    textStart: beginning(text, textStart),
    textEnd: textEnd && ending(text, textEnd),
    suffix: suffix && beginning(oneLine(String(after)), suffix),
  };
}

function beginning(text: string, folded: string): string {
  return spelled(text.slice(0, folded.length), folded);
}

function ending(text: string, folded: string): string {
  return spelled(text.slice(-folded.length), folded);
}

function spelled(text: string, folded: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare === folded ? text : folded;
}

function directiveOf({ prefix, textStart, textEnd, suffix }: TextFragment): string {
  return [
    ...(prefix ? [`${encode(prefix)}-`] : []),
    encode(textStart),
    ...(textEnd ? [encode(textEnd)] : []),
    ...(suffix ? [`-${encode(suffix)}`] : []),
  ].join(',');
}

/** The hyphen has a meaning in a directive, like `&` and `,`. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
