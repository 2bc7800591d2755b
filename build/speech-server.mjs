/**
 * Serves the embedded voice as a speech server on Node, for trying and for tests, with the settings that src/server/speech-settings.ts
 * describes: on PORT, by default 8788.
 */
import { createSpeechServer, speechSettingsFromEnvironment } from 'vorleser/server/speech';
import { espeakSource } from './espeak-source.mjs';
import { serveHandler } from './serve-handler.mjs';

await serveHandler({
  name: 'The speech server',
  port: '8788',
  allow: 'GET, POST, OPTIONS',
  readsBody: true,
  makeHandler: async () => {
    const settings = speechSettingsFromEnvironment(process.env);
    const [synthesizer, index] = await Promise.all(
      ['synthesizer', 'voice-index.generated'].map(
        (name) => import(`../lib/speech/espeak/${name}.js`),
      ),
    );
    return createSpeechServer({ ...settings, source: await espeakSource(synthesizer, index) });
  },
});
