import type { RecordedSentence, Recording } from './recording.js';
import { timestamp } from './webvtt.js';

/** How long a caption may be, in characters: two lines of what broadcasters show. */
const LONGEST = 84;

/**
 * Writes a recording as captions in WebVTT, which podcast apps and video players show as they are: a cue for each sentence. A long
 * sentence is shown in parts where the times of its words are known.
 */
export function formatCaptions({ sentences }: Pick<Recording, 'sentences'>): string {
  const cues = sentences.flatMap(partsOf).map(({ start, end, text }) => {
    const payload = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return `${timestamp(start)} --> ${timestamp(end)}\n${payload}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

interface Caption {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function partsOf({ start, end, text = '', words = [] }: RecordedSentence): Caption[] {
  const parts = Math.ceil(text.length / LONGEST);
  const firstWords = Array.from({ length: parts }, (_, part) =>
    words.find(([position]) => part > 0 && position >= (text.length * part) / parts),
  );
  const cuts: (readonly [position: number, seconds: number])[] = [[0, start]];
  for (const [position, , seconds] of new Set(firstWords.filter((word) => word !== undefined)))
    cuts.push([position, seconds]);
  return cuts
    .map(([from, seconds], index) => {
      const [to, until] = cuts[index + 1] ?? [text.length, end];
      return { start: seconds, end: until, text: text.slice(from, to).trim() };
    })
    .filter(({ text }) => text !== '');
}
