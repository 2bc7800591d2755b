import { isHeading, isNamedCredit } from './furniture-names.js';

/** A line with more text says what can be seen, and not only who took the picture, in UTF-16 code units. */
const LINE = 100;

/** What only a credit begins with. */
const CREDIT =
  /^[\s([{|]*(?:©|(?:(?:image|photo|picture) )?(?:credits?|copyright)\s*:|(?:image|photo|picture) (?:credit|copyright)\b|(?:fotos?|photos?|photographs?|bildrechte|bildquelle|crédits?(?: photos?)?)\s*:)/i;

/** What other lines begin with as well. */
const SOURCE =
  /^[\s([{|]*(?:\(c\)|courtesy\b|photos? by\b|(?:quellen?|bild(?:er)?|grafik|sources?|images?|pictures?|illustration|fonte|immagine)\s*:)/i;

/** Captions, and what stands around a picture and its caption, with at most so much text, in UTF-16 code units. */
const CAPTION = 'figcaption, [class*="caption" i]';
const PICTURE = `figure, [class*="image" i], [class*="picture" i], ${CAPTION}`;
const MOST = 600;

/** The last part of a caption with more text is a sentence of it, in UTF-16 code units. */
const PART = 60;

/** The end of a sentence, and what else a credit may follow. */
const END = /[.!?…][“”"»«’)]*$/;
const BEFORE = /[.!?…©][“”"»«’)]*$/;

/** Whether an element is nothing but the credit of a picture, such as „Foto: Anna Muster/dpa“ or the name after „©“. */
export function isCredit(element: Element): boolean {
  if (element.childElementCount > 3 || isHeading(element.localName)) return false;
  const { textContent } = element;
  if (textContent.length > MOST) return false;
  const text = textContent.trim();
  if (text === '' || text.length > LINE) return false;
  if (CREDIT.test(text)) return true;
  const isNamed = isNamedCredit(element);
  if (SOURCE.test(text) && (isNamed || textAround(element, PICTURE) !== '')) return true;
  if (isNamed && textAround(element, CAPTION) !== '') return true;
  return isLastOf(textAround(element, CAPTION), text);
}

/** The text of what stands around an element; empty if that is much more than a caption. */
function textAround({ parentElement }: Element, selector: string): string {
  const around = parentElement?.closest(selector)?.textContent.trim() ?? '';
  return around.length > MOST ? '' : around;
}

/** Whether a text is the last part of a caption, after a sentence or after „©“, and is no sentence. */
function isLastOf(caption: string, text: string): boolean {
  if (text.length > PART || END.test(text) || !/\p{L}/u.test(text)) return false;
  return caption.endsWith(text) && BEFORE.test(caption.slice(0, -text.length).trim());
}
