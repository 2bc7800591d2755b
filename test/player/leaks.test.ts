import { aTimeout, expect, fixtureCleanup } from '@open-wc/testing';
// Loaded first: its queue listens to other tabs until the page is left.
import '../../src/player/end-of-article.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { settings } from '../../src/settings/store.js';
import { heldResources, watchHeldResources } from '../fixtures/held-resources.js';
import { control, playerFor, showMore } from '../fixtures/player.js';
import { waitUntil } from '../fixtures/wait-until.js';

/** How long what was under way at the removal may take to end, in milliseconds. */
const SETTLED = 200;

const played = async (player: VorleserPlayer) => {
  await player.play();
  player.pause();
};
const pressed = (player: VorleserPlayer) => {
  void player.play().catch(() => undefined);
  return Promise.resolve();
};

/** What happens to a player before it is removed. */
const USES: Record<string, (player: VorleserPlayer) => Promise<void>> = {
  'nothing happened': () => Promise.resolve(),
  'it was hovered': (player) => {
    player.dispatchEvent(new Event('pointerenter'));
    return Promise.resolve();
  },
  'play was just pressed': pressed,
  'play was pressed 5 ms ago': (player) => pressed(player).then(() => aTimeout(5)),
  'play was pressed 50 ms ago': (player) => pressed(player).then(() => aTimeout(50)),
  'it reads': (player) => player.play(),
  'it is paused': played,
  'its voices were listed': async (player) => {
    void player.voices;
    await aTimeout(0);
  },
  'its settings are open': async (player) => {
    if (!control(player, 'vorleser-settings-button')) await showMore(player);
    control(player, 'vorleser-settings-button').click();
    await aTimeout(100);
  },
  'it yields to navigation': async (player) => {
    await player.play();
    settings.choose({ yields: true });
    await aTimeout(20);
  },
  // The last one: it pauses the reading once its code is loaded.
  'a voice is previewed': async (player) => {
    void player.sampleVoice('vorleser:espeak-ng/de').catch(() => undefined);
    await aTimeout(100);
  },
};

describe('A player that was removed', () => {
  watchHeldResources();

  it('holds nothing when it is the first of its page, which loads code, and play was just pressed', async () => {
    const { player } = await playerFor(undefined, { engines: 'browser embedded' });
    await pressed(player);
    fixtureCleanup();
    await aTimeout(1000);
    expect(heldResources()).to.deep.equal({});
    // The rest of the code.
    const { player: next } = await playerFor();
    for (const use of Object.values(USES)) await use(next);
  });

  for (const engines of ['embedded', 'browser embedded', 'azure embedded'])
    for (const [what, use] of Object.entries(USES))
      it(`holds nothing with the engines ${engines}, when ${what}`, async () => {
        settings.choose({ allowed: { 'tts.speech.microsoft.com': true } });
        const { player } = await playerFor(undefined, { engines, tokenurl: '/no-broker' });
        await use(player);
        fixtureCleanup();
        await aTimeout(SETTLED);
        expect(heldResources()).to.deep.equal({});
      });

  it('holds nothing when it has reported statistics, and offered the next article', async () => {
    const { player } = await playerFor(undefined, { statistics: '', 'next-article': '/next' });
    player.playbackRate = 4;
    await player.play();
    player.seekToCue(player.cues.length - 1);
    await waitUntil(() => player.shadowRoot?.querySelector('vorleser-up-next'), 'it is offered');
    await player.play();
    fixtureCleanup();
    await aTimeout(SETTLED);
    expect(heldResources()).to.deep.equal({});
  });

  it('shared its worker with the other players of the page, and the last one ends it', async () => {
    const players: VorleserPlayer[] = [];
    for (let count = 0; count < 12; count++) {
      const { player } = await playerFor();
      await played(player);
      players.push(player);
    }
    expect(heldResources().worker).to.equal(1);
    for (const player of players.splice(1)) player.remove();
    await aTimeout(0);
    expect(heldResources().worker).to.equal(1);
    await players[0]?.play();
    players[0]?.remove();
    await aTimeout(0);
    expect(heldResources().worker).to.equal(undefined);
  });
});
