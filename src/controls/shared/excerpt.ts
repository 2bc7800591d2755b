/** How much of a sentence is shown where there is little room, in UTF-16 code units. */
const LENGTH = 40;

/** The beginning of a sentence, whole words, and an ellipsis where something is left out. */
export function excerpt(sentence: string): string {
  if (sentence.length <= LENGTH) return sentence;
  const beginning = sentence.slice(0, LENGTH);
  const end = beginning.lastIndexOf(' ');
  return `${(end > LENGTH / 2 ? beginning.slice(0, end) : beginning).replace(/[\s,;:–-]+$/, '')} …`;
}
