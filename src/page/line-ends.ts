/** Captions. Classes named after a legend are captions as well. */
const CAPTION = 'figcaption, [class*="caption" i], [class*="legend" i]';

/** With more text it is more than a caption, in UTF-16 code units. */
const MOST = 600;

/** What credits begin with: after a sentence or a dash, and even within a sentence. */
const LABEL =
  '\\p{L}*(?:fotos?|photos?|photographs?|bild(?:er|quelle|rechte|nachweis)?|images?|grafik|quellen?|sources?|credits?|crédits?|illustration|fonte|immagine)\\s*(?::|©|/|by\\b)';
const CLEAR_LABEL = '©|\\(c\\)|(?:fotos?|photos?|bildquelle|bildrechte)\\s*[:©]';

/** The rest of a credit: no sentence follows. */
const REST = '(?:(?!\\.\\s+\\p{L}+\\s+\\p{L}+\\s).){0,120}$';

const CREDIT = new RegExp(
  `(?:^|\\s*[|,;–—-]\\s+|(?<=[.!?…)”“"»])\\s*|\\s+(?=[([]))[([]?\\s*(?:${LABEL}|${CLEAR_LABEL}|copyright\\b)${REST}|\\s+(?:${CLEAR_LABEL})${REST}`,
  'iu',
);

/** A caption whose last part is „(Anna Muster/AFP)“. */
const AGENCY_IN_PARENTHESES = /\s*\([^()/]{2,40}\/\s?[^()]{2,40}\)\.?\s*$/u;

const AGENCY =
  'dpa(?:-AFX)?|AFP|afp|APA|apa|SDA|sda|AP|Keystone-SDA|Reuters|KNA|kna|epd|SID|sid|ots|dts|ANSA';

/** Agencies, and the initials of who wrote a text. */
const INITIALS = `(?:${AGENCY}|\\p{Ll}{3})(?:[/, ]+(?:${AGENCY}|\\p{Ll}{2,4}))*`;

/** All of a paragraph, such as „sak/Reuters“, „Quelle: dpa“ and „(dmk)“. */
const SIGNATURE = new RegExp(
  `^\\s*(?:\\((?:Quelle: ?)?${INITIALS}\\)|(?:Quelle: ?|\\p{Ll}{2,4}/)*(?:${AGENCY})(?:/\\p{L}{2,4})*)\\s*$`,
  'u',
);

/** The same in parentheses after the last sentence of a paragraph. */
const SIGNED = new RegExp(`(?<=[.!?…][“”"«»’]?)\\s*\\((?:Quelle: ?)?${INITIALS}\\)\\s*$`, 'u');

/** Where text that is short or in parentheses says something else. */
const ELSEWHERE = 'h1, h2, h3, h4, h5, h6, li, td, th, blockquote';

/**
 * How much of the text of a block is read, in UTF-16 code units: neither the credit at the end of a caption, nor the agency or the initials at the
 * end of a paragraph, which have no elements of their own.
 */
export function readUpTo(text: string, block: Element): number {
  if (block.closest(ELSEWHERE)) return text.length;
  const caption = block.closest(CAPTION);
  if (caption && caption.textContent.length <= MOST)
    return Math.min(startOf(CREDIT, text), startOf(AGENCY_IN_PARENTHESES, text));
  return SIGNATURE.test(text) ? 0 : startOf(SIGNED, text);
}

function startOf(ending: RegExp, text: string): number {
  const start = text.search(ending);
  return start < 0 ? text.length : start;
}
