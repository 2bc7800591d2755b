import { shortestDuration } from './expected-duration.js';

/** How many words of one text a voice must tell plausibly before it is believed. */
const REQUIRED_WORDS = 3;

/** How many characters a word may come before its time, for events that are handed on in a bunch. */
const TOLERANCE = 12;

const IN_WORD = /[\p{L}\p{N}\p{M}]/u;

/** What a boundary event says; that the length is wrong or missing does not matter, since words are known from the text. */
type BoundaryEvent = Pick<SpeechSynthesisEvent, 'name' | 'charIndex'>;

/**
 * Which voices tell truly when a word is heard. Some tell 0 for all words (https://crbug.com/681026), positions in UTF-8
 * or in a text with markup of their own, far beyond the end (tts_mac.mm in Chromium), or wrong ones now and then
 * (https://github.com/readium/speech/issues/64), or all at once. So a voice is believed once it has told some words that
 * can be true, and for the page's life no more after one that cannot.
 */
export class BoundaryVerifier {
  /** By their `voiceURI`. */
  readonly #trusted = new Set<string>();
  readonly #distrusted = new Set<string>();

  /**
   * Judges the boundaries of one text as they come.
   *
   * @param onWord called with the position of a word's beginning in the text, in UTF-16 code units, where it is believed
   * @param onDistrust called when what was told of the text must be taken back
   */
  verify(
    voiceURI: string,
    { text, rate }: SpeechSynthesisUtterance,
    onWord: (position: number) => void,
    onDistrust: () => void,
  ): (boundary: BoundaryEvent) => void {
    const first = { position: 0, time: 0 };
    let last = -1;
    let plausibleWords = 0;
    return ({ name, charIndex }) => {
      if (name !== 'word' || charIndex === last || this.#distrusted.has(voiceURI)) return;
      if (last < 0) Object.assign(first, { position: charIndex, time: performance.now() });
      const seconds = (performance.now() - first.time) / 1000;
      const shortest = (tolerance: number) =>
        shortestDuration(charIndex - first.position - tolerance, rate);
      if (charIndex < last || !isWordStartOrGap(text, charIndex) || seconds < shortest(TOLERANCE)) {
        this.#distrusted.add(voiceURI);
        onDistrust();
        return;
      }
      if (!IN_WORD.test(characterAt(text, charIndex))) return;
      last = charIndex;
      if (seconds < shortest(0)) return;
      if (++plausibleWords >= REQUIRED_WORDS) this.#trusted.add(voiceURI);
      if (this.#trusted.has(voiceURI)) onWord(charIndex);
    };
  }
}

/** Whether something can begin at a position: anything does but the rest of a word. */
function isWordStartOrGap(text: string, position: number): boolean {
  if (!(position >= 0 && position <= text.length)) return false;
  return !(
    IN_WORD.test(characterAt(text, position)) && IN_WORD.test(characterBefore(text, position))
  );
}

function characterAt(text: string, position: number): string {
  return String.fromCodePoint(text.codePointAt(position) ?? 0x20);
}

function characterBefore(text: string, position: number): string {
  return Array.from(text.slice(Math.max(position - 2, 0), position)).at(-1) ?? '';
}
