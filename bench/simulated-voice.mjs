/**
 * Replaces the browser's speech synthesis before a page loads: `page.evaluateOnNewDocument(simulateVoice, …)`. The voice is
 * silent, and fires the events of an utterance: its start, each word boundary, and its end.
 *
 * @param {{ delay: number, word: number }} timing the time before the start, and for each word, in milliseconds
 */
export function simulateVoice({ delay, word }) {
  const voice = {
    name: 'Bench',
    lang: 'de-DE',
    voiceURI: 'bench',
    localService: true,
    default: true,
  };
  class Utterance {
    voice = null;
    constructor(/** @type {string} */ text) {
      this.text = text;
    }
  }
  /** @type {any} */
  let current = null;
  /** @type {ReturnType<typeof setTimeout>[]} */
  let timers = [];
  const fire = (/** @type {any} */ utterance, /** @type {string} */ type, extra = {}) =>
    utterance[`on${type}`]?.({ type, utterance, ...extra });
  const synthesis = {
    speaking: false,
    pending: false,
    paused: false,
    getVoices: () => [voice],
    addEventListener() {},
    removeEventListener() {},
    cancel() {
      for (const timer of timers) clearTimeout(timer);
      timers = [];
      synthesis.speaking = false;
      const utterance = current;
      current = null;
      if (utterance) setTimeout(() => fire(utterance, 'error', { error: 'canceled' }));
    },
    pause() {},
    resume() {},
    speak(/** @type {any} */ utterance) {
      current = utterance;
      synthesis.speaking = true;
      const words = [...utterance.text.matchAll(/\S+/g)];
      const end = () => {
        synthesis.speaking = false;
        current = null;
        fire(utterance, 'end');
      };
      timers = [
        setTimeout(() => fire(utterance, 'start'), delay),
        ...words.map(({ index, 0: { length } }, number) =>
          setTimeout(
            () =>
              fire(utterance, 'boundary', { name: 'word', charIndex: index, charLength: length }),
            delay + number * word,
          ),
        ),
        setTimeout(end, delay + words.length * word),
      ];
    },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.assign(window, { SpeechSynthesisUtterance: Utterance });
}
