/** Serves the token broker on Node, with the settings that src/server/broker-settings.ts describes: on PORT, by default 8787. */
import { createTokenBroker, settingsFromEnvironment } from 'vorleser/server/token';
import { serveHandler } from './serve-handler.mjs';

await serveHandler({
  name: 'The token broker',
  port: '8787',
  allow: 'GET, OPTIONS',
  makeHandler: () => createTokenBroker(settingsFromEnvironment(process.env)),
});
