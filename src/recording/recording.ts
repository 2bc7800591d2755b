/** A word of a recorded sentence: `[start, end)` of the sentence's text in UTF-16 code units, and when it begins. */
export type RecordedWord = readonly [start: number, end: number, seconds: number];

/** A sentence of a recording. */
export interface RecordedSentence {
  /** Its number among the article's sentences when it was recorded, from 0. */
  readonly index: number;
  /** When it begins and ends, in seconds from the beginning of the recording. */
  readonly start: number;
  readonly end: number;
  /** The hash of its text as it was written in the article, white space collapsed, by `textHash` of narration/, in base 36. */
  readonly hash: string;
  /** That text, where the file has it. */
  readonly text?: string;
  /** BCP 47, where it is not that of the article. */
  readonly lang?: string;
  /** Its words in order, where their times are known; `seconds` counts from the beginning of the recording. */
  readonly words?: readonly RecordedWord[];
}

/** What is known of a recording as a whole. */
export interface RecordingDetails {
  readonly title?: string;
  /** BCP 47. */
  readonly lang?: string;
  /** Who reads: a person, or a computer's voice. */
  readonly reader?: 'person' | 'computer';
  /** The name of the person or of the voice. */
  readonly readBy?: string;
}

/** The sound of an article as far as its text is concerned: which sentence is heard when. */
export interface Recording extends RecordingDetails {
  /** In the order in which they are heard. */
  readonly sentences: readonly RecordedSentence[];
}
