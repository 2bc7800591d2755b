import type { ListedVoice } from './listed-voices.js';
import { regionName, type VoiceTexts } from './voice-name.js';

/**
 * All that tells a voice from others: „Anna (Deutschland), auf diesem Gerät“.
 *
 * @param group the name of the group that it is offered in; what that tells is not told again
 */
export function voiceLabel(
  { name, lang, localService }: ListedVoice,
  texts: VoiceTexts,
  group = '',
): string {
  const region = regionName(lang, texts.lang);
  const where = localService ? texts.onDevice : texts.fromInternet;
  const named = region && !group.includes(region) ? `${name} (${region})` : name;
  return group.includes(where) ? named : `${named}, ${where}`;
}
