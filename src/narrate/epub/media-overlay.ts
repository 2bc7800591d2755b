import { clockTime } from '../../recording/references.js';
import type { RecordedSentence } from '../../recording/recording.js';
import { sentenceHash } from '../../recording/sentence-hash.js';
import { attributes } from './xml.js';

/** A sentence of a book and its part of the audio file, in seconds. */
export interface OverlayClip {
  /** The id of the sentence's element. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The clips of the sentences that are marked in a book. Each lasts until the next one begins, so that readers, which play clip after
 * clip, keep the pauses.
 *
 * @param ids the ids of the sentences by their index
 */
export function overlayClips(
  sentences: readonly RecordedSentence[],
  ids: ReadonlyMap<number, string>,
): OverlayClip[] {
  return sentences.flatMap(({ index, start, end }, position) => {
    const id = ids.get(index);
    const next = sentences[position + 1]?.start ?? end;
    return id && next > start ? { id, start, end: next } : [];
  });
}

/** The sentences of a recording that are written in the article as they were recorded. */
export function unchanged(
  sentences: readonly RecordedSentence[],
  textAt: (index: number) => string | undefined,
): RecordedSentence[] {
  return sentences.filter(({ index, hash }) => {
    const text = textAt(index);
    return text !== undefined && sentenceHash(text) === hash;
  });
}

/**
 * Writes a media overlay.
 *
 * @param text the address of the document with the sentences
 * @param audio the address of the audio file
 * @see https://www.w3.org/TR/epub-33/#sec-media-overlays
 */
export function formatOverlay(clips: readonly OverlayClip[], text: string, audio: string): string {
  const pars = clips.map(({ id, start, end }) => {
    const clip = { src: audio, clipBegin: overlayTime(start), clipEnd: overlayTime(end) };
    return `<par id="${id}"><text src="${text}#${id}"/><audio${attributes(clip)}/></par>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0">
<body>
${pars.join('')}</body>
</smil>
`;
}

/** Seconds as a full clock value, `0:00:01.250`. */
export function overlayTime(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const [hours, minutes, rest] = [
    Math.floor(milliseconds / 3_600_000),
    Math.floor(milliseconds / 60_000) % 60,
    (milliseconds % 60_000) / 1000,
  ];
  return `${hours}:${String(minutes).padStart(2, '0')}:${rest.toFixed(3).padStart(6, '0')}`;
}

/** The sum of the clips as it must stand in the package document. */
export function overlayDuration(clips: readonly OverlayClip[]): string {
  const inMilliseconds = (seconds: number) => Math.round(seconds * 1000);
  const total = clips.reduce(
    (sum, { start, end }) => sum + inMilliseconds(end) - inMilliseconds(start),
    0,
  );
  return overlayTime(total / 1000);
}

/** A pair of a media overlay: the addresses are as they are written. */
export interface OverlayPair {
  readonly text: string;
  readonly audio: string;
  readonly start: number;
  /** NaN where it is not given: to the end of the file. */
  readonly end: number;
}

/** Reads a media overlay. */
export function parseOverlay(document: Document): OverlayPair[] {
  return [...document.getElementsByTagName('par')].flatMap((par) => {
    const text = par.getElementsByTagName('text')[0]?.getAttribute('src');
    const audio = par.getElementsByTagName('audio')[0];
    const src = audio?.getAttribute('src');
    if (!text || !src) return [];
    const time = (name: string) => clockTime(audio?.getAttribute(name) ?? '');
    const start = time('clipBegin');
    return { text, audio: src, start: Number.isNaN(start) ? 0 : start, end: time('clipEnd') };
  });
}
