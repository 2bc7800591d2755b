/** A picture of a book. */
export interface Picture {
  readonly content: Uint8Array;
  readonly type: keyof typeof ENDINGS;
}

/** The endings of pictures that every reader shows, by their media types. */
const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif' } as const;

/** The name of a picture's file. */
export function pictureName(name: string, { type }: Picture): string {
  return `${name}.${ENDINGS[type]}`;
}
