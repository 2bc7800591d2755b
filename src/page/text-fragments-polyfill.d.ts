/** Types for the part of the package that is used; it has none of its own. */
declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  export interface TextFragment {
    textStart: string;
    textEnd?: string | undefined;
    prefix?: string | undefined;
    suffix?: string | undefined;
  }
  /** No fragment where none was found in time. The range is changed, to whole words. */
  export function generateFragmentFromRange(range: Range): { fragment?: TextFragment };
}
