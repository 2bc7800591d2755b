/** How much LAME delays the sound, in samples. */
const ENCODER_DELAY = 576;

/** A frame at up to 24 kHz has so many samples; at higher rates twice as many. */
const SAMPLES_PER_FRAME = 576;

/** The size of what is between the header of a mono frame and its content. */
const SIDE_INFORMATION = 9;

const FRAME_HEADER = 4;

/**
 * The first frame of an MP3 file, which is not played: it says how many samples at the beginning and at the end are not part of the
 * sound, so that players keep the times of the original.
 *
 * @param first the first frame of the sound, whose header it shares
 * @param frames the number of frames of the sound
 * @param bytes the size of these
 * @param samples the length of the sound
 * @see http://gabriel.mp3-tech.org/mp3infotag.html
 */
export function infoFrame(first: Buffer, frames: number, bytes: number, samples: number): Buffer {
  const frame = Buffer.alloc(first.length);
  first.copy(frame, 0, 0, FRAME_HEADER);
  // Without a checksum, which the frame has where this bit is missing.
  frame.writeUInt8(frame.readUInt8(1) | 1, 1);
  const tag = frame.subarray(FRAME_HEADER + SIDE_INFORMATION);
  tag.write('Info', 'latin1');
  tag.writeUInt32BE(0b1111, 4); // frames, bytes, table of contents and quality follow
  tag.writeUInt32BE(frames, 8);
  tag.writeUInt32BE(bytes + frame.length, 12);
  for (let percent = 0; percent < 100; percent++)
    tag.writeUInt8(Math.floor((percent * 256) / 100), 16 + percent);
  const lame = tag.subarray(120);
  lame.write('LAME3.100', 'latin1');
  lame.writeUInt8(1, 9); // constant bit rate
  const padding = frames * SAMPLES_PER_FRAME - ENCODER_DELAY - samples;
  lame.writeUIntBE((ENCODER_DELAY << 12) | Math.max(0, Math.min(padding, 0xfff)), 21, 3);
  lame.writeUInt32BE(bytes + frame.length, 28);
  frame.writeUInt16BE(
    crc16(frame.subarray(0, FRAME_HEADER + SIDE_INFORMATION + 154)),
    FRAME_HEADER + SIDE_INFORMATION + 154,
  );
  return frame;
}

function crc16(bytes: Buffer): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}

/** The size of the frame at the beginning of some bytes, at up to 24 kHz. */
export function frameSize(bytes: Buffer): number {
  const bitrates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
  const sampleRates = [22_050, 24_000, 16_000];
  const third = bytes.readUInt8(2);
  const bitrate = bitrates[third >> 4] ?? 0;
  const sampleRate = sampleRates[(third >> 2) & 3] ?? 24_000;
  return Math.floor((72_000 * bitrate) / sampleRate) + ((third >> 1) & 1);
}
