import type { TextOf } from './clips.js';
import type { Recording } from './recording.js';
import { parseWebVtt } from './webvtt.js';

/**
 * Reads a recording in any of the formats that are known: WebVTT, W3C Synchronized Narration, or a Readium Guided Navigation
 * Document. The format is recognized by the content.
 *
 * @param textOf finds the texts that a document only refers to, for example by the ids of their elements: `referencedText`
 * @returns rejects with a SyntaxError if the text is none of these
 */
export async function parseRecording(text: string, textOf?: TextOf): Promise<Recording> {
  if (!/^\uFEFF?\s*\{/.test(text)) return parseWebVtt(text);
  const { guided } = JSON.parse(text.replace(/^\uFEFF/, '')) as { guided?: unknown };
  if (guided === undefined)
    return (await import('./sync-narration.js')).parseSyncNarration(text, textOf);
  return (await import('./guided-navigation.js')).parseGuidedNavigation(text, textOf);
}
