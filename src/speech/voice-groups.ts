import type { ListedVoice } from './listed-voices.js';
import { regionName, type VoiceTexts } from './voice-name.js';

/** The voices of one engine and one region. */
export interface VoiceGroup {
  /** „Stimmen des Browsers (Österreich)“ */
  readonly label: string;
  readonly voices: readonly ListedVoice[];
}

/** Groups listed voices for a picker. Groups are in the order of their best voices; the order within each group is kept. */
export function groupVoices(voices: readonly ListedVoice[], texts: VoiceTexts): VoiceGroup[] {
  const groups = new Map<string, ListedVoice[]>();
  for (const voice of voices) {
    const engine = texts.voicesOf[voice.engine] ?? voice.engine;
    const region = regionName(voice.lang, texts.lang);
    const label = region ? `${engine} (${region})` : engine;
    const group = groups.get(label);
    if (group) group.push(voice);
    else groups.set(label, [voice]);
  }
  return [...groups].map(([label, ofGroup]) => ({ label, voices: ofGroup }));
}
