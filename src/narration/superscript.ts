/** Numbers, letters or signs as marks of notes have them: „1“, „3,4“, „5–7“, „[8]“, „9)“, „*“. */
const MARK = /^[[(]?(?:\d{1,3}|[a-z]|[*†‡§¶]+)(?:\s?[,;–-]\s?\w{1,3})*[\])]?$/i;

/** What can be a power, too. */
const AMBIGUOUS = /^\w+$/;

/** What a power stands after: one letter, a unit of length, a number that is no year, or a formula. */
const BASE =
  /(?<!\p{L})(?:\p{L}|[nµmcdhk]m)$|(?<!\d)(?!1\d{3}$|20\d\d$)\d[\d.,]*$|[Α-ω+*/·=]\S*[\p{L}\p{N})]$/u;

/**
 * Whether a `<sup>` is the mark of a note, not a power, an ordinal or the mass of an isotope.
 *
 * @param before the end of the text before it
 */
export function isNoteMark(sup: Element, before: string): boolean {
  const text = sup.textContent.trim();
  return MARK.test(text) && !(AMBIGUOUS.test(text) && (isIsotope(sup) || BASE.test(before)));
}

/**
 * A superscript as it is spoken: a number in TeX notation, `^2`, so that „m<sup>2</sup>“ is not read as „m2“, a charge apart from
 * what it belongs to. Undefined for others, such as ordinals, which are read as they are.
 */
export function spokenSuperscript(sup: Element): string | undefined {
  const text = sup.textContent.trim();
  const [, digits = '', sign] = /^(\d*)([+−–-])$/.exec(text) ?? [];
  if (sign) return `${digits && ` ${digits}`} ${sign === '+' ? 'plus' : 'minus'}`;
  return /^[-−+]?\d{1,3}$/.test(text) && !isIsotope(sup) ? `^${text}` : undefined;
}

/** „<sup>14</sup>C“ */
function isIsotope({ previousSibling, nextSibling }: Element): boolean {
  return (
    /(?:^|[\s(-])$/.test(previousSibling?.nodeValue ?? '') &&
    /^\p{Lu}/u.test(nextSibling?.nodeValue ?? '')
  );
}
