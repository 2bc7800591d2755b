/** The time a voice takes for a character at rate 1, in seconds; the embedded voice's, measured over the first article. */
export const SECONDS_A_CHARACTER = 0.056;
