/** A part of a text. */
export interface TextPiece {
  readonly text: string;
  /** Where it begins in the whole text, in UTF-16 code units. */
  readonly start: number;
}

/** Where a listener expects a short break: after punctuation and closing quotation marks. */
const PUNCTUATION = /[,;:–—)…][“”"'’»«]*\s+/gu;

/** Splits a text into pieces of a length at most, in UTF-16 code units. */
export function piecesOf(text: string, maxLength: number): TextPiece[] {
  const pieces: TextPiece[] = [];
  for (let start = 0; start < text.length;) {
    const end = start + firstPieceLength(text.slice(start), maxLength);
    pieces.push({ text: text.slice(start, end), start });
    start = end;
  }
  return pieces;
}

/** The length of the first piece of a text: the whole text if that is short enough, else up to a good place to stop. */
export function firstPieceLength(text: string, maxLength: number): number {
  if (text.length <= maxLength) return text.length;
  const ends = Array.from(text.matchAll(PUNCTUATION), ({ 0: mark, index }) => index + mark.length);
  const afterPunctuation = ends.filter((end) => end <= maxLength).at(-1);
  return (
    afterPunctuation ?? (text.lastIndexOf(' ', maxLength - 1) + 1 || withinPairs(text, maxLength))
  );
}

/** A length that does not end within a surrogate pair, 1 at least. */
function withinPairs(text: string, length: number): number {
  const splits = /[\ud800-\udbff]/.test(text[length - 1] ?? '') && length > 1;
  return splits ? length - 1 : length;
}
