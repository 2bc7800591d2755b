/** A text in one line: each run of white space is a space, and there is none at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
