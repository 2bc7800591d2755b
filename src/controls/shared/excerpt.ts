/** The length of an excerpt, in UTF-16 code units. */
const LENGTH = 40;

/** The first words of a sentence, with an ellipsis where the rest is left out. */
export function excerpt(sentence: string): string {
  if (sentence.length <= LENGTH) return sentence;
  const beginning = sentence.slice(0, LENGTH);
  const end = beginning.lastIndexOf(' ');
  return `${(end > LENGTH / 2 ? beginning.slice(0, end) : beginning).replace(/[\s,;:–-]+$/, '')} …`;
}

const OUTER = '„“”«»';
const INNER = '‚‘’‹›';

/** An excerpt that can stand between quotation marks: those within it are the inner ones, „der ‚Spiegel‘“. */
export function quotableExcerpt(sentence: string): string {
  return excerpt(sentence).replace(/[„“”«»]/g, (mark) => INNER[OUTER.indexOf(mark)]!);
}
