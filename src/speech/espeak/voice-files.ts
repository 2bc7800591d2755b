/** The absolute addresses of the embedded voice's files: its worker, and what the worker loads. */
export interface VoiceFiles {
  readonly worker: string;
  /** eSpeak NG, compiled to a JavaScript module. */
  readonly engine: string;
  readonly german: string;
  readonly english: string;
  readonly french: string;
  readonly italian: string;
}
