/** The length of an excerpt, in UTF-16 code units. */
const LENGTH = 40;

/** The first words of a sentence, with an ellipsis where the rest is left out. */
export function excerpt(sentence: string): string {
  if (sentence.length <= LENGTH) return sentence;
  const beginning = sentence.slice(0, LENGTH);
  const end = beginning.lastIndexOf(' ');
  return `${(end > LENGTH / 2 ? beginning.slice(0, end) : beginning).replace(/[\s,;:–-]+$/, '')} …`;
}
