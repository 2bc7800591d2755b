import { expect } from '@open-wc/testing';
import { de } from '../../src/locales/panels/de.js';
import { listVoices } from '../../src/speech/listed-voices.js';
import { groupVoices } from '../../src/speech/voice-groups.js';
import { voice, voiceLists } from '../fixtures/voice-lists.js';

describe('groupVoices', () => {
  it('groups voices by engine and region, the best group first', async () => {
    const voices = await listVoices(
      [
        { engine: 'browser', voices: voiceLists.edgeOnWindows },
        { engine: 'embedded', voices: [voice('eSpeak NG', 'de')] },
        { engine: 'another', voices: [voice('Anna', 'de')] },
      ],
      'de',
      de,
    );
    const groups = groupVoices(voices, de);
    expect(
      groups.map(({ label, voices }) => [label, voices.map(({ name }) => name).join(' ')]),
    ).to.deep.equal([
      ['Stimmen des Browsers (Deutschland)', 'Seraphina Katja Katja Hedda Stefan'],
      ['Stimmen des Browsers (Österreich)', 'Ingrid'],
      ['Stimmen des Browsers (Schweiz)', 'Leni'],
      ['Mitgelieferte Stimme', 'eSpeak NG'],
      ['another', 'Anna'],
    ]);
    expect(groups.flatMap(({ voices }) => voices)).to.have.members(voices);
    expect(groupVoices([], de)).to.deep.equal([]);
  });
});
