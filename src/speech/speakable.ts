/**
 * Characters that are no text: control characters, lone surrogates, noncharacters. eSpeak NG ends at U+0000 and takes U+0001
 * for the beginning of a command, which changes the voice for good; XML allows few of them.
 *
 * @see https://github.com/espeak-ng/espeak-ng/blob/master/docs/markup.md
 */
const NO_TEXT = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** A text with spaces for all characters that are no text, so that positions stay the same. Every engine speaks only such texts. */
export function speakable(text: string): string {
  return text.replace(NO_TEXT, (character) => ' '.repeat(character.length));
}
