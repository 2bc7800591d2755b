import type { Edit } from './edit.js';

const WORD = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;
const INSIDE = /^[\p{L}\p{N}\p{M}]/u;

/** How many words a lexicon may have. */
const MAX_WORDS = 50_000;

/** How long a word and what is spoken for it may be, in UTF-16 code units. */
const MAX_LENGTH = 100;

/**
 * A publisher's pronunciations, mainly of names. A word matches whole words in the same case; an inflected form needs an entry
 * of its own. If two entries match at the same position, the longer one is used.
 *
 * Its size is limited, so that no lexicon can delay speech: a lexicon has 50,000 words at most, of 100 characters at most.
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
   * @throws a RangeError if there are too many words, or one of them, or what is spoken for it, is too long
   */
  constructor(
    words: Readonly<Record<string, string>>,
    readonly lang = '',
    skipped: readonly string[] = [],
  ) {
    this.skipped = skipped;
    const names = Object.keys(words);
    if (names.length + skipped.length > MAX_WORDS)
      throw new RangeError(`A lexicon may have ${MAX_WORDS} words: keep those that articles use`);
    for (const name of names) this.add(plainSpace(name.trim()), words[name] ?? '');
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
    if (name.length > MAX_LENGTH || spoken.length > MAX_LENGTH)
      throw new RangeError(
        `A lexicon's words may have ${MAX_LENGTH} characters: shorten “${name.slice(0, 20)}…”`,
      );
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

/** Replaces every kind of space by a plain one, which keeps all positions the same. */
function plainSpace(text: string): string {
  return text.replace(/\s/gu, ' ');
}
