/**
 * No word is broken over two lines for lack of room, which is hard to read for everyone, and hardest for
 * dyslexic people. Debian's Chromium has no hyphenation dictionary, so a word that it breaks would break anywhere.
 *
 * @type {import('../audit.mjs').Check}
 */
export function brokenWords(page, { within }) {
  return page.evaluate((within) => {
    const { elements, seen, where } = /** @type {any} */ (window).auditing;
    const range = new Range();
    const isBroken = (/** @type {Node} */ text, /** @type {RegExpExecArray} */ word) => {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
    };
    return [...elements(within)].filter(seen).flatMap((element) =>
      [...element.childNodes]
        .filter((node) => node instanceof Text)
        .flatMap((text) =>
          [...text.data.matchAll(/\p{L}+/gu)]
            .filter((word) => isBroken(text, word))
            .map(([word]) => ({
              rule: 'brokenWords',
              where: where(element),
              what: `“${word}” is broken`,
            })),
        ),
    );
  }, within);
}
