/** The names of audio formats in both protocols, and their MIME types. */
const TYPES: Readonly<Record<string, string>> = {
  opus: 'audio/ogg; codecs=opus',
  mp3: 'audio/mpeg',
  aac: 'audio/aac',
  wav: 'audio/wav',
  flac: 'audio/flac',
  ogg: 'audio/ogg',
  webm: 'audio/webm',
  m4a: 'audio/mp4',
};

/** The formats that a browser can play, the smallest first. */
export function playableFormats(): string[] {
  const audio = new Audio();
  return Object.keys(TYPES).filter((format) => audio.canPlayType(TYPES[format] ?? '') !== '');
}

/** The MIME type of a format. */
export function typeOf(format: string): string {
  return TYPES[format] ?? `audio/${format}`;
}
