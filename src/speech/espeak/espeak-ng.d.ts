/** The part that is used of eSpeak NG compiled to JavaScript. The package has no types of its own. */
declare module '@echogarden/espeak-ng-emscripten' {
  export interface EspeakEvent {
    type: 'sentence' | 'word' | 'end' | 'mark' | 'play' | 'phoneme' | 'samplerate';
    /** Counted from 1, in code points of the given text including markup. */
    text_position: number;
    /** In milliseconds. */
    audio_position: number;
  }
  export interface EspeakWorker {
    set_voice(name: string, lang: string): number;
    get_samplerate(): number;
    /** Calls back for each piece of sound; the callback returns true to stop the synthesis. */
    synthesize(
      text: string,
      callback: (samples: Int16Array, events: EspeakEvent[]) => boolean,
    ): void;
  }
  export interface EspeakModule {
    FS: { writeFile(path: string, data: Uint8Array): void };
    eSpeakNGWorker: new () => EspeakWorker;
  }
  export default function create(options: object): Promise<EspeakModule>;
}
