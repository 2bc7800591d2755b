/** The time a voice takes for a character at rate 1, in seconds; measured with the embedded voice over the first article. */
export const SECONDS_PER_CHARACTER = 0.056;
