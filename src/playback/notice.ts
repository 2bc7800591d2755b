import type { SpeechError } from '../speech/engine.js';

/** Something that the listener needs to know. The interface shows it as a sentence in its language. */
export type Notice =
  /** A voice is loading; `share` of it has arrived, 0 to 1. */
  | { readonly kind: 'loading'; readonly share: number }
  /** An engine did not speak, or its voice is in use by other code, and another took over at the same sentence. */
  | {
      readonly kind: 'takeover';
      readonly from: string;
      readonly to: string;
      readonly reason: SpeechError['reason'];
    }
  /** No engine could speak, for a reason that trying again may change or not. */
  | { readonly kind: 'silent'; readonly reason: SpeechError['reason'] }
  /** The browser requires a click first. */
  | { readonly kind: 'blocked' }
  /** There is no article, or nothing in it to read. */
  | { readonly kind: 'empty' }
  /** The article was removed while it was read. */
  | { readonly kind: 'gone' };
