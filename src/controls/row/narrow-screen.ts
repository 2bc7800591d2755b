/** The screens on which “More” is a sheet at the lower edge; also in `more-style.ts`. */
export const narrowScreen = matchMedia('(max-width: 30rem)');
