import { publishedElements } from './build/reference/manifest-plugin.mjs';

/** How `cem analyze`, and with it `npm run reference`, describes the elements. */
export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/speech/**', 'src/narration/**', 'src/server/**'],
  litelement: true,
  plugins: [publishedElements()],
};
