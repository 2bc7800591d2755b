import type { ListedVoice } from './listed-voices.js';
import { regionName, type VoiceTexts } from './voice-name.js';

/**
 * The label of a voice in a picker, which distinguishes it from others: „Anna (Deutschland)“. It says where a voice is only if the text
 * leaves the device.
 *
 * @param group the label of its group; what that already says is left out
 */
export function voiceLabel(
  { engine, name, lang, localService }: ListedVoice,
  texts: VoiceTexts,
  group = '',
): string {
  const region = regionName(lang, texts.lang);
  const named = region && !group.includes(region) ? `${name} (${region})` : name;
  // A recording receives no text, wherever it is.
  const staysHere = localService || engine === 'recording';
  return staysHere || group.includes(texts.fromInternet)
    ? named
    : `${named}, ${texts.fromInternet}`;
}
