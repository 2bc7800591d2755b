import { shortestDuration } from './expected-duration.js';

/** How many plausible word boundaries in one text a voice must report before it is trusted. */
const REQUIRED_WORDS = 3;

/** By how many characters a boundary may be too early. */
const TOLERANCE = 12;

const IN_WORD = /[\p{L}\p{N}\p{M}]/u;

/** The parts of a boundary event that are used. Its length may be wrong or missing; the words are known from the text. */
type BoundaryEvent = Pick<SpeechSynthesisEvent, 'name' | 'charIndex'>;

/**
 * Finds out which voices report correct word boundaries. Some report 0 for all words (https://crbug.com/681026), positions
 * in UTF-8 or in a text with markup of their own, positions far beyond the end (tts_mac.mm in Chromium), occasional wrong
 * ones (https://github.com/readium/speech/issues/64), or all of them at once. So a voice is trusted after it has reported a
 * few plausible boundaries, and after an impossible one it is distrusted until the page is left.
 */
export class BoundaryVerifier {
  /** By their `voiceURI`. */
  readonly #trusted = new Set<string>();
  readonly #distrusted = new Set<string>();

  /**
   * Returns a listener for the boundary events of one utterance that is about to be spoken.
   *
   * @param onWord called with the start of a word in the text, in UTF-16 code units, if the voice is trusted
   * @param onDistrust called when the words reported for this utterance turn out to be unreliable
   */
  verify(
    voiceURI: string,
    { text, rate }: SpeechSynthesisUtterance,
    onWord: (position: number) => void,
    onDistrust: () => void,
  ): (boundary: BoundaryEvent) => void {
    const asked = performance.now();
    const first = { position: 0, time: 0 };
    let last = -1;
    let plausibleWords = 0;
    return ({ name, charIndex }) => {
      if (name !== 'word' || charIndex === last || this.#distrusted.has(voiceURI)) return;
      if (last < 0) Object.assign(first, { position: charIndex, time: performance.now() });
      // A busy page receives events late, and many at once, but none before its voice can be there.
      const impossible = isBefore(asked, shortestDuration(charIndex - TOLERANCE, rate));
      if (impossible || charIndex < last || !isWordStartOrGap(text, charIndex)) {
        this.#distrusted.add(voiceURI);
        onDistrust();
        return;
      }
      if (!IN_WORD.test(characterAt(text, charIndex))) return;
      last = charIndex;
      if (isBefore(first.time, shortestDuration(charIndex - first.position, rate))) return;
      if (++plausibleWords >= REQUIRED_WORDS) this.#trusted.add(voiceURI);
      if (this.#trusted.has(voiceURI)) onWord(charIndex);
    };
  }
}

/** Whether less than a number of seconds has passed since a time. */
function isBefore(time: number, seconds: number): boolean {
  return performance.now() - time < seconds * 1000;
}

/** Whether a position is inside the text, and not in the middle of a word. */
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
