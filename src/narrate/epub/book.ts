import type { Recording } from '../../recording/recording.js';
import type { BookText } from './book-text.js';
import type { Picture } from './picture.js';

/** An article with its recording, to be written as an EPUB. */
export interface Book {
  readonly text: BookText;
  readonly recording: Recording;
  /** The audio file; a list of chunks is read twice, so that it needs not be in memory as a whole. */
  readonly audio: Uint8Array | Iterable<Uint8Array>;
  /** Its media type: those that every EPUB reader plays. */
  readonly audioType?: 'audio/mpeg' | 'audio/mp4';
  /** By default that of the recording. */
  readonly title?: string;
  /** BCP 47; by default that of the recording, else German. */
  readonly lang?: string;
  /** What identifies the article for good: a URN or an address. By default the `source`, else made from title and text. */
  readonly id?: string;
  /** When the article or its recording was last changed. */
  readonly modified: Date;
  /** The day of publication, ISO 8601. */
  readonly date?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly description?: string;
  /** The licence: its address, or a sentence on the rights. */
  readonly licence?: string;
  /** The address of the article. */
  readonly source?: string;
  readonly cover?: Picture;
}
