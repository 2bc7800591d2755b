import { isIos, type Platform } from './platform.js';

/** The events that WebKit accepts as a user gesture. */
const GESTURES = ['click', 'keydown', 'touchend'];

/**
 * Unlocks speech on iOS, where the first `speak()` of a page must be called during a user gesture and is silently ignored
 * otherwise. When play is pressed, code and voices are still being loaded, so that the gesture is over when they can speak.
 * Therefore the first gesture on the page speaks an empty utterance, which makes no sound and ends at once. It has no text
 * that could be sent, and all voices of iOS are on the device.
 *
 * @param signal aborting it ends waiting for a gesture
 * @see https://github.com/WebKit/WebKit/blob/main/Source/WebCore/Modules/speech/SpeechSynthesis.cpp
 */
export function unlockOnGesture(
  synthesis: SpeechSynthesis,
  platform: Platform,
  signal: AbortSignal,
): void {
  if (!isIos(platform)) return;
  const unlock = () => {
    const emptyUtterance = new SpeechSynthesisUtterance('');
    emptyUtterance.onend = () => {
      for (const type of GESTURES) document.removeEventListener(type, unlock, true);
    };
    synthesis.speak(emptyUtterance);
  };
  for (const type of GESTURES) document.addEventListener(type, unlock, { capture: true, signal });
}
