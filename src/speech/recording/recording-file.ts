import { isBlocked } from '../../console/policy-violations.js';
import { report } from '../../console/report.js';
import { parseRecording } from '../../recording/parse-recording.js';
import type { Recording, RecordingDetails } from '../../recording/recording.js';
import { referencedText } from '../../recording/referenced-text.js';
import { parseSentence } from '../../recording/webvtt.js';
import { SpeechError } from '../engine.js';

const files = new WeakMap<HTMLAudioElement, RecordingFile>();

/** What the track of an `<audio>` says about the recording that it plays. The same for everything that asks. */
export function recordingFile(audio: HTMLAudioElement): RecordingFile {
  const known = files.get(audio);
  const track = trackOf(audio);
  if (known && known.src === track.src) return known;
  const file = new RecordingFile(audio, track);
  files.set(audio, file);
  return file;
}

/**
 * The WebVTT file of a recording, see `src/recording/webvtt.ts`.
 *
 * @fires change - when it was read
 */
export class RecordingFile extends EventTarget {
  /** The address of the file. */
  readonly src: string;
  readonly #audio: HTMLAudioElement;
  readonly #track: HTMLTrackElement;
  #reading: Promise<Recording> | null = null;
  #recording: Recording | null = null;

  constructor(audio: HTMLAudioElement, track: HTMLTrackElement) {
    super();
    this.#audio = audio;
    this.#track = track;
    this.src = track.src;
  }

  /** What is known so far: what the page says with `data-read-by` and `data-reader`, and what the file says. */
  get details(): RecordingDetails {
    const { lang, readBy, reader } = { ...this.#recording, ...this.#audio.dataset };
    const of = this.#recording?.reader;
    return {
      ...(isLanguage(lang) && { lang }),
      ...(typeof readBy === 'string' && readBy && { readBy }),
      ...(isReader(reader) ? { reader } : isReader(of) && { reader: of }),
    };
  }

  /**
   * Reads it. Repeated calls share one attempt; after a failure, the next call tries again.
   *
   * @throws a SpeechError
   */
  read(): Promise<Recording> {
    this.#reading ??= this.#read().catch((error: unknown) => {
      this.#reading = null;
      throw error;
    });
    return this.#reading;
  }

  async #read(): Promise<Recording> {
    const track = this.#track;
    try {
      this.#recording = (await fetched(track)) ?? (await loaded(track));
    } catch (error) {
      if (error instanceof SpeechError) throw error;
      report(`the recording is not used: ${track.src} is not a WebVTT file`);
      throw new SpeechError('failed', `${track.src} is not a WebVTT file`, { cause: error });
    }
    this.dispatchEvent(new Event('change'));
    return this.#recording;
  }
}

function trackOf(audio: HTMLAudioElement): HTMLTrackElement {
  return audio.querySelector('track[kind="metadata"]') as HTMLTrackElement;
}

function isReader(reader: unknown): reader is 'person' | 'computer' {
  return reader === 'person' || reader === 'computer';
}

/** Whether a value looks like a BCP 47 tag. */
function isLanguage(lang: unknown): lang is string {
  return typeof lang === 'string' && /^[a-z]{2,3}(-[a-z\d]{1,8})*$/i.test(lang);
}

/** Fetches a track; null where that is not possible, as where the page's policy allows no such request. */
async function fetched(track: HTMLTrackElement): Promise<Recording | null> {
  const credentials =
    (track.parentElement as HTMLAudioElement).crossOrigin === 'use-credentials'
      ? 'include'
      : 'same-origin';
  let text: string;
  try {
    const response = await fetch(track.src, { credentials });
    if (!response.ok) {
      report(`the recording is not used: ${track.src} answers ${response.status}`);
      throw new SpeechError('failed', `${track.src} answers ${response.status}`);
    }
    text = await response.text();
  } catch (error) {
    if (error instanceof SpeechError) throw error;
    return null;
  }
  return parseRecording(text, referencedText(track.ownerDocument));
}

/** Has the browser load a track: it leaves out comments, so that nothing is known of the recording as a whole. */
async function loaded(track: HTMLTrackElement): Promise<Recording> {
  track.track.mode = 'hidden';
  while (track.readyState < HTMLTrackElement.LOADED)
    await new Promise((resolve) => {
      for (const type of ['load', 'error']) track.addEventListener(type, resolve, { once: true });
    });
  if (track.readyState === HTMLTrackElement.ERROR) {
    const blocked = await isBlocked('media-src', new URL(track.src));
    throw new SpeechError(blocked ? 'blocked' : 'network', `${track.src} cannot be loaded`);
  }
  const cues = Array.from(track.track.cues ?? []) as VTTCue[];
  return {
    sentences: cues.flatMap(
      ({ id, startTime, endTime, text }) => parseSentence(id, startTime, endTime, text) ?? [],
    ),
  };
}
