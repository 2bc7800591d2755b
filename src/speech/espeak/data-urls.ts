/** Where the voice's data is. Vite replaces this module by `data-urls.vite.ts`. */
export const dataUrls = {
  german: new URL('./voice/german.data', import.meta.url),
  english: new URL('./voice/english.data', import.meta.url),
  french: new URL('./voice/french.data', import.meta.url),
  italian: new URL('./voice/italian.data', import.meta.url),
};
