import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import sinon from 'sinon';
import type { VorleserUpNext } from '../../src/controls/vorleser-up-next.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { settings } from '../../src/settings/store.js';
import { control, playerFor, showMore, toEnd, untilHeard } from '../fixtures/player.js';
import { playbackOf } from '../fixtures/settings-panel.js';
import { waitUntil } from '../fixtures/wait-until.js';
import { withoutErrors } from '../fixtures/without-errors.js';

const NEXT = '<article id="next" lang="de"><h2>Zwei &lt;i&gt;</h2><p>Weiter geht es.</p></article>';

const offerOf = (player: VorleserPlayer) =>
  player.shadowRoot?.querySelector<VorleserUpNext>('vorleser-up-next') ?? null;
const shown = (player: VorleserPlayer, selector: string) =>
  offerOf(player)?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const announced = (player: VorleserPlayer) => shown(player, '[role=status]')?.textContent?.trim();

describe('<vorleser-up-next>', () => {
  const { test } = withoutErrors();
  afterEach(() => sinon.restore());

  async function listening(attributes: Record<string, string> = { 'next-article': 'next' }) {
    const made = await playerFor('<p>Kurz.</p>', attributes);
    made.page.insertAdjacentHTML('beforeend', NEXT);
    made.player.playbackRate = 4;
    return made;
  }

  const offered = (player: VorleserPlayer) =>
    waitUntil(() => announced(player), 'the next article is offered');

  test('is absent without next-article and without a queue', async () => {
    const { player } = await listening({});
    await toEnd(player);
    await aTimeout(300);
    expect(offerOf(player)).to.equal(null);
  });

  test('offers the next article at the end, and begins it at a press', async () => {
    const { player, page } = await listening();
    expect(offerOf(player)).to.equal(null);
    const before = page.outerHTML;
    await toEnd(player);
    await offered(player);
    expect(announced(player)).to.equal('Als Nächstes: „Zwei <i>“');
    expect(shown(player, '.overlay')?.matches(':popover-open')).to.equal(true);
    const button = shown(player, 'button.start');
    expect(button?.ariaLabel).to.equal('Jetzt anhören: Zwei <i>');
    expect(player.paused).to.equal(true);
    button?.focus();
    button?.click();
    await untilHeard(player, 'Weiter geht es.');
    expect(player.htmlFor).to.equal('next');
    expect(offerOf(player)).to.equal(null);
    expect(player.shadowRoot?.activeElement?.localName).to.equal('vorleser-play-button');
    expect(page.outerHTML).to.equal(before);
    player.remove();
  });

  test('leaves an article that a script has set to be set by it', async () => {
    const { player, page, article } = await listening();
    player.article = article;
    await toEnd(player);
    await offered(player);
    shown(player, 'button.start')?.click();
    await untilHeard(player, 'Weiter geht es.');
    expect(player.article).to.equal(page.querySelector('#next'));
    player.remove();
  });

  test('goes away when the listener does something else, declines or presses Escape', async () => {
    const { player } = await listening();
    const actions = [
      () => void player.play(),
      () => shown(player, 'button:not(.start)')?.click(),
      () =>
        shown(player, 'button.start')?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
        ),
      () => void showMore(player).then(() => control(player, 'vorleser-stop-button').click()),
    ];
    for (const act of actions) {
      if (player.paused) await toEnd(player);
      await offered(player);
      act();
      await waitUntil(() => offerOf(player) === null, 'the offer goes away');
      if (!player.paused) await oneEvent(player, 'ended');
    }
  });

  test('begins by itself only if that was chosen, after time to decline', async () => {
    const { player } = await listening();
    await toEnd(player);
    await offered(player);
    const box = shown(player, 'input') as HTMLInputElement;
    expect(box.checked).to.equal(false);
    box.click();
    expect(settings.current.continues).to.equal(true);
    await aTimeout(100);
    expect(player.htmlFor).to.equal('text');

    const setTimeout = window.setTimeout.bind(window);
    const stub = sinon.stub(window, 'setTimeout');
    stub.callsFake(((run: () => void, time: number) =>
      setTimeout(run, time === 5000 ? 300 : time)) as typeof setTimeout);
    await toEnd(player);
    await offered(player);
    expect(announced(player)).to.equal('Gleich beginnt: „Zwei <i>“');
    shown(player, 'button:not(.start)')?.click();
    await aTimeout(400);
    expect(player.ended).to.equal(true);
    await toEnd(player);
    await untilHeard(player, 'Weiter geht es.');
    player.remove();
  });

  test('does not begin by itself after a jump to the end, nor with a sleep timer', async () => {
    settings.choose({ continues: true });
    const { player, page } = await listening();
    playbackOf(player).sleep = 60;
    await toEnd(player);
    await offered(player);
    expect(announced(player)).to.equal('Als Nächstes: „Zwei <i>“');
    page.remove();

    const long = await playerFor('<p>Eins.</p><p>Zwei.</p><p>Drei.</p><p>Vier.</p>', {
      'next-article': 'text-b',
    });
    long.page.insertAdjacentHTML('beforeend', '<article id="text-b"><h2>B</h2></article>');
    await long.player.play();
    const ended = oneEvent(long.player, 'ended');
    long.player.seekToCue(3);
    await ended;
    await offered(long.player);
    expect(announced(long.player)).to.equal('Als Nächstes: „B“');
    long.player.remove();
  });

  test('is a link where the article is in another page', async () => {
    const { player } = await listening({ 'next-article': '/zwei.html' });
    await toEnd(player);
    await offered(player);
    expect(announced(player)).to.equal('Es geht mit dem nächsten Artikel weiter.');
    const link = shown(player, 'a.start') as HTMLAnchorElement;
    expect(link.href).to.equal(`${location.origin}/zwei.html`);
    const press = (init: MouseEventInit) => {
      addEventListener('click', (event) => event.preventDefault(), { once: true });
      link.dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...init }),
      );
    };
    press({ ctrlKey: true });
    expect(sessionStorage.getItem('vorleser-listen')).to.equal(null);
    press({});
    expect(sessionStorage.getItem('vorleser-listen')).to.contain('/zwei.html');
    sessionStorage.clear();
    player.remove();
  });
});
