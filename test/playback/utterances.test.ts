import { expect, fixture, html } from '@open-wc/testing';
import { NavigableNarration } from '../../src/narration/navigable-narration.js';
import { Lexicon } from '../../src/narration/spoken/index.js';
import { Utterances } from '../../src/playback/utterances.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';

async function cueOf(markup: string) {
  const root = await fixture<HTMLElement>(html`<article lang="de" .innerHTML=${markup}></article>`);
  const cue = new NavigableNarration(root).at(0);
  if (!cue) throw new Error('Expected a sentence');
  return cue;
}

describe('Utterances', () => {
  it('contain the spoken text, and map its words to the written text', async () => {
    const cue = await cueOf('Am 21. Oktober z. B. kam er.');
    const spoken = new Utterances().of(new ScriptedEngine(), cue, undefined);
    const [utterance] = spoken.utterances;
    expect(utterance?.text).to.equal('Am einundzwanzigsten Oktober zum Beispiel kam er.');
    if (!utterance) return;
    const written = (word: string) => {
      const start = utterance.text.indexOf(word);
      const source = spoken.source(utterance, { start, end: start + word.length });
      return cue.text.slice(source.start, source.end);
    };
    expect(['einundzwanzigsten', 'Oktober', 'Beispiel', 'kam'].map(written)).to.deep.equal([
      '21.',
      'Oktober',
      'z. B.',
      'kam',
    ]);
  });

  it('follow the publisher’s lexicon', async () => {
    const cue = await cueOf('Xi kam am 3. Mai.');
    const utterances = new Utterances({ lexicon: new Lexicon({ Xi: 'Schi' }) });
    const { text } = utterances.of(new ScriptedEngine(), cue, undefined).utterances[0] ?? {};
    expect(text).to.equal('Schi kam am dritten Mai.');
  });

  it('leave forms alone that the engine pronounces well itself', async () => {
    const cue = await cueOf('Am 3. Mai z. B. kam er.');
    const engine = Object.assign(new ScriptedEngine(), { pronounces: new Set(['ordinals']) });
    const utterances = new Utterances();
    const said = (of: ScriptedEngine) => utterances.of(of, cue, undefined).utterances[0]?.text;
    expect(said(engine)).to.equal('Am 3. Mai zum Beispiel kam er.');
    expect(said(new ScriptedEngine())).to.equal('Am dritten Mai zum Beispiel kam er.');
  });

  it('are the same objects every time', async () => {
    const cue = await cueOf('Eins.');
    const [utterances, engine] = [new Utterances(), new ScriptedEngine()];
    const [first] = utterances.of(engine, cue, undefined).utterances;
    expect(utterances.ahead(engine, cue, () => undefined)).to.deep.equal([first]);
    expect(utterances.ahead(engine, cue, () => undefined)[0]).to.equal(first);
  });
});
