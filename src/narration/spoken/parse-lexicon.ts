import { Lexicon } from './lexicon.js';
import { type XmlToken, xmlTokens } from './xml.js';

const LANG = /\sxml:lang\s*=\s*["']([^"']*)/;

/** An entry: its words, and what is spoken for them. */
interface Lexeme {
  readonly grapheme: string[];
  readonly alias: string[];
}

/**
 * Parses a lexicon in the format of the W3C's Pronunciation Lexicon Specification 1.0: the `<grapheme>`s and the first `<alias>` of
 * each `<lexeme>`. The words of a lexeme with only a `<phoneme>` are listed in {@link Lexicon.skipped}.
 *
 * @see https://www.w3.org/TR/pronunciation-lexicon/
 * @throws an Error if the text is no well-formed XML, declares entities or is not a lexicon, or if a `Lexicon` cannot hold it
 */
export function parseLexicon(xml: string): Lexicon {
  const words = new Map<string, string>();
  const skipped: string[] = [];
  const { lang, lexemes } = readXml(xml);
  for (const { grapheme, alias } of lexemes) {
    const spoken = fold(alias[0] ?? '');
    for (const word of grapheme.map(fold))
      if (spoken) words.set(word, spoken);
      else skipped.push(word);
  }
  return new Lexicon(Object.fromEntries(words), lang, skipped);
}

function readXml(xml: string): { lang: string; lexemes: Lexeme[] } {
  const lexemes: Lexeme[] = [];
  let lang = '';
  for (const { kind, text, path } of tokensOf(xml)) {
    const [root, parent, name] = path;
    if (kind === 'start' && path.length === 1) {
      if (root !== 'lexicon')
        throw new Error(`A lexicon must begin with <lexicon>, not with <${root}>`);
      lang = LANG.exec(text)?.[1] ?? '';
    }
    if (parent !== 'lexeme') continue;
    if (kind === 'start' && path.length === 2) lexemes.push({ grapheme: [], alias: [] });
    if (name !== 'grapheme' && name !== 'alias') continue;
    const texts = lexemes.at(-1)?.[name] ?? [];
    if (kind === 'start' && path.length === 3) texts.push('');
    if (kind === 'text') texts.push(`${texts.pop()}${text}`);
  }
  return { lang, lexemes };
}

function* tokensOf(xml: string): Generator<XmlToken, void> {
  try {
    yield* xmlTokens(xml);
  } catch (error) {
    throw new Error(`The lexicon contains no well-formed XML: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
