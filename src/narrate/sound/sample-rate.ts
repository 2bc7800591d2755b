/** The sample rate of all recordings, in samples per second: that of most neural voices. Opus codes it as it is. */
export const SAMPLE_RATE = 24_000;
