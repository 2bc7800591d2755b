/** Compares what was read of a page with the text of its article. */

/**
 * The score of one text. `wrong`: something was read, and it is not the article. `nothing`: no word was read.
 * @typedef {{ f1: number, precision: number, recall: number, wrong: boolean, nothing: boolean }} Score
 */

/** So many words in a row tell one text from another of the same language. */
const SHINGLE = 4;

/** Less of the article's text than this is not the article. */
const ENOUGH = 0.1;

const wordsOf = (/** @type {string} */ text) =>
  text
    .normalize('NFC')
    // Soft hyphens are no part of a word.
    .replaceAll('\u00AD', '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** How often each item occurs. */
function countsOf(/** @type {string[]} */ items) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** The number of items that two lists have in common, as often as both have them. */
function inCommon(/** @type {string[]} */ one, /** @type {string[]} */ other) {
  const counts = countsOf(other);
  let common = 0;
  for (const [item, count] of countsOf(one)) common += Math.min(count, counts.get(item) ?? 0);
  return common;
}

const shinglesOf = (/** @type {string[]} */ words) =>
  words
    .slice(0, Math.max(1, words.length - SHINGLE + 1))
    .map((_, i) => words.slice(i, i + SHINGLE).join(' '));

const f1Of = (/** @type {number} */ precision, /** @type {number} */ recall) =>
  (2 * precision * recall) / (precision + recall) || 0;

/** Scores a text against the whole text of the article, by words. @returns {Score} */
export function scoreText(/** @type {string} */ text, /** @type {string} */ gold) {
  const read = wordsOf(text);
  const right = wordsOf(gold);
  const common = inCommon(read, right);
  const precision = common / read.length || 0;
  const recall = common / right.length || 0;
  const shingles = shinglesOf(right);
  const found = inCommon(shinglesOf(read), shingles) / shingles.length;
  const nothing = read.length === 0;
  return {
    f1: f1Of(precision, recall),
    precision,
    recall,
    nothing,
    wrong: !nothing && found < ENOUGH,
  };
}

/** Scores a text by passages that belong to the article or do not, as a confusion matrix of passages. @returns {Score} */
export function scorePassages(
  /** @type {string} */ text,
  /** @type {string[]} */ inside,
  /** @type {string[]} */ outside,
) {
  const read = ` ${wordsOf(text).join(' ')} `;
  const holds = (/** @type {string} */ passage) => read.includes(wordsOf(passage).join(' '));
  const right = inside.filter(holds).length;
  const wrong = outside.filter(holds).length;
  const precision = right / (right + wrong) || 0;
  const recall = right / inside.length || 0;
  const nothing = read.trim() === '';
  return {
    f1: f1Of(precision, recall),
    precision,
    recall,
    nothing,
    wrong: !nothing && right === 0,
  };
}
