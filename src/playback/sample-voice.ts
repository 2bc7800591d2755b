import type { Playback } from './playback.js';
import { previewVoice } from './voice-preview.js';

/**
 * Lets the listener hear a sentence with a listed voice, without choosing it; see `previewVoice`.
 *
 * @param disposals of the playback when that was asked for: nothing is heard from a player that was removed since
 * @throws a DOMException: NotFoundError where no such voice is listed, AbortError, and those of `previewVoice`
 */
export async function sampleVoice(
  playback: Playback,
  voiceURI: string,
  disposals: number,
): Promise<void> {
  const { availableVoices } = playback;
  await availableVoices.listed();
  if (disposals !== playback.disposals)
    throw new DOMException('The player was removed', 'AbortError');
  const listed = availableVoices.voices.find((voice) => voice.voiceURI === voiceURI);
  if (!listed) throw new DOMException(`There is no voice ${voiceURI}`, 'NotFoundError');
  await previewVoice(playback, listed);
}
