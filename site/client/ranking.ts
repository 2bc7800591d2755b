import type { SearchEntry } from '../search-index.mjs';

/** How much a word counts in a heading, in the title of the page, and in the text. */
const SCORES = { title: 10, page: 5, text: 1 };

/** The entries that have all words of a query, the best first; those in the language of the page before those in another one. */
export function search(
  entries: readonly SearchEntry[],
  query: string,
  lang: string,
): readonly SearchEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort(
      (one, other) => rank(other.entry, lang) - rank(one.entry, lang) || other.score - one.score,
    )
    .map(({ entry }) => entry);
}

function rank(entry: SearchEntry, lang: string): number {
  return entry.lang === lang ? 1 : 0;
}

/** 0 if a word is missing. */
function scoreOf(entry: SearchEntry, words: readonly string[]): number {
  const scores = words.map((word) =>
    (['title', 'page', 'text'] as const)
      .filter((part) => entry[part].toLowerCase().includes(word))
      .reduce((sum, part) => sum + SCORES[part], 0),
  );
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}
