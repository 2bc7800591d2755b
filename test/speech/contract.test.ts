import { AzureEngine } from '../../src/speech/azure/azure-engine.js';
import { BrowserEngine } from '../../src/speech/browser/browser-engine.js';
import { EspeakEngine } from '../../src/speech/espeak/espeak-engine.js';
import { ServerEngine } from '../../src/speech/server/server-engine.js';
import { RecordingEngine } from '../../src/speech/recording/recording-engine.js';
import { recordedAudio } from '../fixtures/recorded-audio.js';
import { bundledFiles } from '../fixtures/voice-files.js';
import { findStandIn, type StandInClient } from '../fixtures/azure-stand-in-client.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';
import { SimulatedSynthesis } from '../fixtures/simulated-synthesis.js';
import { findSpeechServer, type SpeechServerClient } from '../fixtures/speech-server-client.js';
import { PLATFORMS } from '../fixtures/speech-platforms.js';
import { describeContract } from './contract.js';
import { isMediaPlaying, observeMedia, pauseMedia, playMedia } from './playing-media.js';

describe('Speech engines', () => {
  observeMedia();
  const system = { pause: pauseMedia, play: playMedia };

  describeContract('ScriptedEngine', {
    make: () => Object.assign(new ScriptedEngine(), { pace: 1 }),
  });

  describe('on simulated synthesis', () => {
    let synthesis: SimulatedSynthesis;
    const { specified, firefoxSpeechDispatcher, android } = PLATFORMS;
    for (const [name, platform] of Object.entries({ specified, firefoxSpeechDispatcher, android }))
      describeContract(`BrowserEngine, ${name}`, {
        make: () => {
          synthesis = new SimulatedSynthesis({ ...platform, gesture: 'not needed' });
          return new BrowserEngine(synthesis.asSpeechSynthesis, platform.navigator);
        },
        sounds: () => synthesis.speaking,
        trailingSilence: 0.3,
      });
  });

  describeContract('EspeakEngine', {
    make: () => new EspeakEngine(bundledFiles),
    sounds: isMediaPlaying,
    system,
  });

  describeContract('RecordingEngine', {
    make: (utterances) =>
      new RecordingEngine(
        recordedAudio(
          utterances.map(({ text }, index) => ({
            text,
            duration: Math.max(1, text.length / 15),
            pause: index === 0 ? 0.7 : 0.3,
          })),
          { lang: 'de', readBy: 'Sinus' },
        ),
      ),
    sounds: isMediaPlaying,
    system,
  });

  describe('with the stand-in for Azure', () => {
    let azure: StandInClient;
    before(async function () {
      if (!(await fetch('/azure-stand-in')).ok) this.skip();
      azure = await findStandIn();
      await azure.plan();
    });
    describeContract('AzureEngine', {
      make: () => new AzureEngine({ tokenUrl: azure.tokenUrl, recipient: azure.host }),
      sounds: isMediaPlaying,
      system,
    });
  });
  describe('with a speech server', () => {
    let server: SpeechServerClient;
    before(async () => {
      server = await findSpeechServer(500);
    });
    for (const [protocol, path] of [
      ['Readium Speech Server', ''],
      ['OpenAI', 'v1/'],
    ])
      describeContract(`ServerEngine, ${protocol}`, {
        make: () => new ServerEngine(server.url + path),
        sounds: isMediaPlaying,
        system,
      });
  });
});
