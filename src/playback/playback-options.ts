import type { Cue, Narration } from '../narration/index.js';
import type { VoiceTexts } from '../speech/voice-name.js';
import type { EngineSource } from './engine-choice.js';
import type { LexiconSource } from './load-lexicon.js';

/** What a playback is given by whoever shows it. */
export interface PlaybackOptions {
  /**
   * Makes the narration of the article as it stands now, or null where there is no article; a promise of it as long as
   * the code for that is being fetched.
   */
  narrate(): Narration | null | Promise<Narration | null>;
  /** How the publisher wants words to be spoken. */
  lexicon?(): LexiconSource;
  /** Whether the listener allows texts to be sent to a host; undefined where they were not asked yet. */
  allows?(recipient: string): boolean | undefined;
  /** Remembers their answer. */
  allow?(recipient: string, allowed: boolean): void;
  /** Keeps the place for another day; null when there is none to go on from. */
  keepPlace?(cue: Cue | null): void;
  /** The engines, in the order they are tried; each source must stay the same function. */
  engines(): Iterable<EngineSource>;
  /** What a voice says when it is tried out, in its language, BCP 47. */
  sampleText?(lang: string): string | Promise<string>;
  /** The article's language, BCP 47, whose voices are listed; German where it is left out. */
  lang?(): string;
  /** What is said of voices, in the interface's language; without it none is listed. */
  voiceTexts?(): Promise<VoiceTexts>;
}
