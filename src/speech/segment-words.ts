import type { Word } from './engine.js';

/** A word as a reader sees it: "Jong-un", "12.30" and "KCNA's" are one word each. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[-–.,:/'’][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text, in order. */
export function segmentWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** The word at a position in a text, in UTF-16 code units; null between words. */
export function wordAt(words: readonly Word[], position: number): Word | null {
  return words.find(({ start, end }) => start <= position && position < end) ?? null;
}
