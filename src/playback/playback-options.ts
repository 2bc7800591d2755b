import type { Cue } from '../narration/index.js';
import type { NavigableNarration, TimingOf } from '../narration/navigable-narration.js';
import type { VoiceTexts } from '../speech/voice-name.js';
import type { EngineSource } from './engine-choice.js';
import type { LexiconSource } from './load-lexicon.js';

/** When reading pauses by itself: at the end of the section, or after a number of minutes; null for never. */
export type Sleep = 'section' | number | null;

/** The options of a playback for its engines and voices. */
export interface SpeechOptions {
  /** The engines, in the order in which they are tried. Each source must stay the same function. */
  engines?(): Iterable<EngineSource>;
  /** The publisher's pronunciations of words. */
  lexicon?(): LexiconSource;
  /** Whether lists, quotes, tables, headings and images are announced. */
  announces?(): boolean;
  /** Whether the listener allows text to be sent to a recipient; undefined where they have not been asked yet. */
  allows?(recipient: string): boolean | undefined;
  /** Stores the listener's answer, so that `allows` returns it. Without both, answers are kept until the page is left. */
  allow?(recipient: string, allowed: boolean): void;
  /** Loads what shows the question whether text may be sent. Where it does not load, no text is sent, and nothing is stored. */
  loadQuestion?(): Promise<unknown>;
  /** What a voice says when it is tried out, in a language, BCP 47. */
  previewText?(lang: string): string | Promise<string>;
  /** Receives the times of the cues once an engine knows them; null when that engine no longer reads. */
  onTiming?(timingOf: TimingOf | null): void;
  /** The article's language, BCP 47, for which voices are listed; German by default. */
  lang?(): string;
  /** The texts that describe voices, in the interface's language. Without them no voice is listed. */
  voiceTexts?(): Promise<VoiceTexts>;
}

/** The options of a playback, set by the code that embeds it. */
export interface PlaybackOptions extends SpeechOptions {
  /** Makes the narration of the article as it is now; null where there is no article. */
  narrate(): NavigableNarration | null | Promise<NavigableNarration | null>;
  /** Saves the position for another visit; null where there is nothing to resume. */
  savePosition?(cue: Cue | null): void;
  /** Loads the options for engines and voices when they are first needed, instead of those given here. */
  speech?(): Promise<SpeechOptions>;
}
