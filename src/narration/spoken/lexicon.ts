import type { Edit } from './edit.js';

const WORD = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;
const INSIDE = /^[\p{L}\p{N}\p{M}]/u;

/**
 * How words are spoken that a publisher teaches, names above all. A word is found where it stands whole and in the same
 * case; an inflected form is a word of its own. Of two that begin at the same place the longer one is taken.
 */
export class Lexicon {
  /** Words that are written as given here only with a pronunciation in phonemes, which is not supported. */
  readonly skipped: readonly string[];
  private readonly words = new Map<string, string>();
  /** The lengths of the words that begin with the same word, the longest first. */
  private readonly lengths = new Map<string, number[]>();

  /**
   * @param words what is spoken for each word or name
   * @param lang the language of the texts it is for, BCP 47; without one, for all
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

  /** Whether the lexicon is for texts in a language: „de“ for „de-CH“ too. */
  isFor(lang: string): boolean {
    const [own, other] = [this.lang, lang].map((tag) => tag.toLowerCase().replace(/_/g, '-'));
    return !own || other === own || other?.startsWith(`${own}-`) === true;
  }

  /** The places of a text that it has words for, in order. */
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
 * Reads a lexicon in the W3C's Pronunciation Lexicon Specification 1.0.
 *
 * @see https://www.w3.org/TR/pronunciation-lexicon/
 * @throws Error where the text is no XML or no lexicon; a TypeError where Trusted Types forbid to parse it
 */
export function parseLexicon(xml: string): Lexicon {
  return lexiconOf(new DOMParser().parseFromString(xml, 'application/xml'));
}

/**
 * The lexicon that a document holds: of each `<lexeme>` its `<grapheme>`s and its `<alias>`. A lexeme with a `<phoneme>`
 * only is skipped, and told in {@link Lexicon.skipped}.
 *
 * @throws Error where it is no lexicon
 */
export function lexiconOf(document: Document): Lexicon {
  const error = document.querySelector('parsererror');
  if (error) throw new Error(`The lexicon is no well-formed XML: ${error.textContent.trim()}`);
  const root = document.documentElement;
  if (root.localName !== 'lexicon')
    throw new Error(`A lexicon begins with <lexicon>, not with <${root.localName}>`);
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

/** All spaces as plain ones, which keeps every place. */
function plainSpace(text: string): string {
  return text.replace(/\s/gu, ' ');
}
