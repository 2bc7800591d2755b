import { isIos, type Platform } from './platform.js';

/** What WebKit takes for a gesture. */
const GESTURES = ['click', 'keydown', 'touchend'];

/**
 * Lets speech begin on iOS, where the first `speak()` of a page must come within a gesture and is ignored without a word
 * otherwise; the code and the voices that a press of play asks for come later than that. So the first gesture says an
 * utterance without text, which is not heard and ends at once.
 *
 * @see https://github.com/WebKit/WebKit/blob/main/Source/WebCore/Modules/speech/SpeechSynthesis.cpp
 */
export function unlockOnGesture(synthesis: SpeechSynthesis, platform: Platform): void {
  if (!isIos(platform)) return;
  const unlock = () => {
    const emptyUtterance = new SpeechSynthesisUtterance('');
    emptyUtterance.onend = () => {
      for (const type of GESTURES) document.removeEventListener(type, unlock, true);
    };
    synthesis.speak(emptyUtterance);
  };
  for (const type of GESTURES) document.addEventListener(type, unlock, true);
}
