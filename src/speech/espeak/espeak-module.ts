/** The part that is used of eSpeak NG compiled to JavaScript, which has no types of its own. */
export interface EspeakModule {
  FS: { writeFile(path: string, data: Uint8Array): void };
  eSpeakNGWorker: new () => EspeakWorker;
}

export interface EspeakWorker {
  set_voice(name: string, lang: string): number;
  get_samplerate(): number;
  /** Calls back for each piece of sound; the callback returns true to stop the synthesis. */
  synthesize(text: string, callback: (samples: Int16Array, events: EspeakEvent[]) => boolean): void;
}

export interface EspeakEvent {
  type: 'sentence' | 'word' | 'end' | 'mark' | 'play' | 'phoneme' | 'samplerate';
  /** Counted from 1, in code points of the given text including markup. */
  text_position: number;
  /** In milliseconds. */
  audio_position: number;
}

/** The default export of eSpeak NG's module. */
export type CreateEspeak = (options: object) => Promise<EspeakModule>;
