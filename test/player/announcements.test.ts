import { expect, oneEvent } from '@open-wc/testing';
import { settings } from '../../src/settings/store.js';
import { playerFor } from '../fixtures/player.js';
import { openPanel } from '../fixtures/settings-panel.js';
import { SimulatedSynthesis } from '../fixtures/simulated-synthesis.js';
import { PLATFORMS } from '../fixtures/speech-platforms.js';
import { withoutErrors } from '../fixtures/without-errors.js';

const LIST = '<ul><li>Eier.</li><li>Mehl.</li></ul>';
const HEDDA = {
  name: 'Hedda',
  lang: 'de-DE',
  voiceURI: 'Hedda',
  localService: true,
  default: true,
};

const original = Object.getOwnPropertyDescriptor(globalThis, 'speechSynthesis');

/** A player, and a function that reads the article and returns what was spoken. */
async function setUp(attributes: Record<string, string>) {
  const synthesis = new SimulatedSynthesis({ ...PLATFORMS.specified, voices: [HEDDA] });
  const texts: string[] = [];
  const speak = synthesis.speak.bind(synthesis);
  synthesis.speak = (spoken) => {
    if (/\w/.test(spoken.text)) texts.push(spoken.text);
    speak(spoken);
  };
  Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis, configurable: true });
  const { player } = await playerFor(LIST, { engines: 'browser', ...attributes });
  const read = async () => {
    texts.length = 0;
    const ended = oneEvent(player, 'ended');
    await player.play();
    await ended;
    return texts;
  };
  return { player, read };
}

describe('<vorleser-player>', () => {
  const { test } = withoutErrors();

  afterEach(() => {
    if (original) Object.defineProperty(globalThis, 'speechSynthesis', original);
  });

  test('announces the structure of the article only if the listener or the publisher wants it', async () => {
    const { player, read } = await setUp({});
    expect(await read()).to.deep.equal(['Eier.', 'Mehl.']);
    const panel = await openPanel(player);
    await panel.click('Listen, Zitate, Tabellen und Überschriften ansagen');
    expect(settings.current.announce).to.equal(true);
    expect(await read()).to.deep.equal(['Liste mit 2 Punkten. Eier.', 'Mehl.']);
  });

  test('announces it where the publisher has asked for it, unless the listener chooses otherwise', async () => {
    const { player, read } = await setUp({ announce: '' });
    expect(await read()).to.deep.equal(['Liste mit 2 Punkten. Eier.', 'Mehl.']);
    const panel = await openPanel(player);
    await panel.click('Listen, Zitate, Tabellen und Überschriften ansagen');
    expect(await read()).to.deep.equal(['Eier.', 'Mehl.']);
  });
});
