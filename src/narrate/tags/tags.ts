import type { Chapter } from '../layout.js';

/** A picture of JPEG or PNG. */
export interface Cover {
  readonly mime: 'image/jpeg' | 'image/png';
  readonly bytes: Buffer;
}

/** What a sound file says about itself. */
export interface Tags {
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** The name of the person or voice that reads. */
  readonly reader: string;
  readonly publisher?: string;
  /** The day of publication, ISO 8601. */
  readonly date?: string;
  /** An address or a text. */
  readonly licence?: string;
  readonly cover?: Cover;
  readonly chapters: readonly Chapter[];
}

/** The picture that bytes are; null for other kinds. */
export function coverOf(bytes: Buffer): Cover | null {
  if (bytes.toString('latin1', 0, 3) === '\xff\xd8\xff') return { mime: 'image/jpeg', bytes };
  if (bytes.toString('latin1', 1, 4) === 'PNG') return { mime: 'image/png', bytes };
  return null;
}
