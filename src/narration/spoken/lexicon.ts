import type { Edit } from './edit.js';

const WORD = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;
const INSIDE = /^[\p{L}\p{N}\p{M}]/u;

/**
 * A publisher's pronunciations, mainly of names. A word matches whole words in the same case; an inflected form needs an entry
 * of its own. If two entries match at the same position, the longer one is used.
 */
export class Lexicon {
  /** Words without an alias: only phonemes are given for them, which are not supported. */
  readonly skipped: readonly string[];
  private readonly words = new Map<string, string>();
  /** The lengths of the entries that begin with the same word, the longest first. */
  private readonly lengths = new Map<string, number[]>();

  /**
   * @param words what is spoken, by the word or name as it is written
   * @param lang the language of the texts to use the lexicon for, BCP 47; empty for all languages
   * @param skipped see {@link Lexicon.skipped}
   */
  constructor(
    words: Readonly<Record<string, string>>,
    readonly lang = '',
    skipped: readonly string[] = [],
  ) {
    this.skipped = skipped;
    for (const [name, spoken] of Object.entries(words)) this.add(plainSpace(name.trim()), spoken);
    for (const lengths of this.lengths.values()) lengths.sort((a, b) => b - a);
  }

  /** Whether the lexicon is for texts in a language; one for `de` is also for `de-CH`. */
  isFor(lang: string): boolean {
    const [own, other] = [this.lang, lang].map((tag) => tag.toLowerCase().replace(/_/g, '-'));
    return !own || other === own || other?.startsWith(`${own}-`) === true;
  }

  /** The edits for the words of a text that are in the lexicon, in order. */
  *edits(text: string): Generator<Edit, void> {
    const plain = plainSpace(text);
    let from = 0;
    for (const { 0: first, index } of plain.matchAll(WORD)) {
      if (index < from) continue;
      const end = this.endOfWord(plain, first, index);
      if (end === undefined) continue;
      yield { start: index, end, say: this.words.get(plain.slice(index, end)) ?? '' };
      from = end;
    }
  }

  private add(name: string, spoken: string): void {
    const first = name.match(WORD)?.[0];
    if (!first) return;
    this.words.set(name, spoken);
    const lengths = this.lengths.get(first) ?? [];
    if (!lengths.includes(name.length)) this.lengths.set(first, [...lengths, name.length]);
  }

  private endOfWord(text: string, first: string, start: number): number | undefined {
    for (const length of this.lengths.get(first) ?? []) {
      const end = start + length;
      const name = text.slice(start, end);
      if (
        this.words.has(name) &&
        !(INSIDE.test(name.slice(-1)) && INSIDE.test(text.slice(end, end + 2)))
      )
        return end;
    }
    return undefined;
  }
}

/**
 * Parses a lexicon in the format of the W3C's Pronunciation Lexicon Specification 1.0.
 *
 * @see https://www.w3.org/TR/pronunciation-lexicon/
 * @throws Error if the text is not XML or not a lexicon; a TypeError if Trusted Types forbid parsing it
 */
export function parseLexicon(xml: string): Lexicon {
  return lexiconOf(new DOMParser().parseFromString(xml, 'application/xml'));
}

/**
 * Reads a lexicon from an XML document: the `<grapheme>`s and the first `<alias>` of each `<lexeme>`. The words of a lexeme with
 * only a `<phoneme>` are listed in {@link Lexicon.skipped}.
 *
 * @throws Error if the document is not a lexicon
 */
export function lexiconOf(document: Document): Lexicon {
  const error = document.querySelector('parsererror');
  if (error)
    throw new Error(`The lexicon contains no well-formed XML: ${error.textContent.trim()}`);
  const root = document.documentElement;
  if (root.localName !== 'lexicon')
    throw new Error(`A lexicon must begin with <lexicon>, not with <${root.localName}>`);
  const words: [string, string][] = [];
  const skipped: string[] = [];
  for (const lexeme of childrenOf(root, 'lexeme')) {
    const alias = childrenOf(lexeme, 'alias')[0]?.textContent.trim();
    for (const grapheme of childrenOf(lexeme, 'grapheme')) {
      const name = fold(grapheme.textContent);
      if (alias) words.push([name, fold(alias)]);
      else skipped.push(name);
    }
  }
  return new Lexicon(Object.fromEntries(words), root.getAttribute('xml:lang') ?? '', skipped);
}

function childrenOf(parent: Element, name: string): Element[] {
  return [...parent.children].filter(({ localName }) => localName === name);
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Replaces every kind of space by a plain one, which keeps all positions the same. */
function plainSpace(text: string): string {
  return text.replace(/\s/gu, ' ');
}
