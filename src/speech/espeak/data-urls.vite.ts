/** Where the voice's data is, in files of their own: in libraries, Vite inlines other files as `data:` URLs. */
export const dataUrls = {
  german: new URL('./voice/german.data?no-inline', import.meta.url),
  english: new URL('./voice/english.data?no-inline', import.meta.url),
  french: new URL('./voice/french.data?no-inline', import.meta.url),
  italian: new URL('./voice/italian.data?no-inline', import.meta.url),
};
