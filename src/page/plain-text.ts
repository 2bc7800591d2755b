/** The letters and digits of a text in lower case, by which the same words are recognised however they are set; empty for what is no text. */
export function plainText(text: unknown): string {
  return typeof text === 'string'
    ? text
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '')
    : '';
}
