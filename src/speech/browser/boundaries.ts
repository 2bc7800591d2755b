import { leastSeconds } from './pace.js';

/** How many words of one text a voice must tell plausibly before it is believed. */
const PROOF = 3;

/** How many characters a word may come before its time, for events that are handed on in a bunch. */
const SLACK = 12;

const IN_WORD = /[\p{L}\p{N}\p{M}]/u;

/** What a boundary event says; that the length is wrong or missing does not matter, since words are known from the text. */
type Boundary = Pick<SpeechSynthesisEvent, 'name' | 'charIndex'>;

/**
 * Which voices tell truly when a word is heard. Some tell 0 for all words (https://crbug.com/681026), positions in UTF-8
 * or in a text with markup of their own, far beyond the end (tts_mac.mm in Chromium), or wrong ones now and then
 * (https://github.com/readium/speech/issues/64), or all at once. So a voice is believed once it has told some words that
 * can be true, and for the page's life no more after one that cannot.
 */
export class Boundaries {
  /** By their `voiceURI`. */
  readonly #believed = new Set<string>();
  readonly #liars = new Set<string>();

  /**
   * Judges the boundaries of one text as they come.
   *
   * @param onWord called with the position of a word's beginning in the text, in UTF-16 code units, where it is believed
   * @param onLie called when what was told of the text must be taken back
   */
  judge(
    voiceURI: string,
    { text, rate }: SpeechSynthesisUtterance,
    onWord: (position: number) => void,
    onLie: () => void,
  ): (boundary: Boundary) => void {
    const first = { position: 0, time: 0 };
    let last = -1;
    let proofs = 0;
    return ({ name, charIndex }) => {
      if (name !== 'word' || charIndex === last || this.#liars.has(voiceURI)) return;
      if (last < 0) Object.assign(first, { position: charIndex, time: performance.now() });
      const seconds = (performance.now() - first.time) / 1000;
      const least = (slack: number) => leastSeconds(charIndex - first.position - slack, rate);
      if (charIndex < last || !canBegin(text, charIndex) || seconds < least(SLACK)) {
        this.#liars.add(voiceURI);
        onLie();
        return;
      }
      if (!IN_WORD.test(characterAt(text, charIndex))) return;
      last = charIndex;
      if (seconds < least(0)) return;
      if (++proofs >= PROOF) this.#believed.add(voiceURI);
      if (this.#believed.has(voiceURI)) onWord(charIndex);
    };
  }
}

/** Whether something can begin at a position: anything does but the rest of a word. */
function canBegin(text: string, position: number): boolean {
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
