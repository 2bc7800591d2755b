import { expect, fixture, html } from '@open-wc/testing';
import { articleLanguage, likelyLanguage } from '../../src/narration/article-language.js';
import { createNarration } from '../../src/narration/index.js';

const GERMAN =
  'Wer an einem Sommerabend nach oben sieht, hört sie oft. Mauersegler jagen mit hundert Kilometern um die Dächer. Außerhalb der Brutzeit bleiben manche Tiere zehn Monate lang in der Luft. Sie fressen, trinken und schlafen im Flug.';
const ENGLISH =
  'Whoever looks up on a summer evening will often hear them. Swifts hunt around the roofs with a speed of a hundred kilometres. Some of them stay in the air for ten months, and they eat, drink and sleep in flight.';
const FRENCH =
  'Celui qui lève les yeux un soir d’été les entend souvent. Les martinets chassent autour des toits et certains restent dix mois dans les airs. Ils mangent, boivent et dorment en vol, sans se poser.';
const ITALIAN =
  'Chi guarda in alto in una sera d’estate li sente spesso. I rondoni cacciano intorno ai tetti e alcuni restano per dieci mesi nell’aria. Mangiano, bevono e dormono in volo, senza posarsi mai sulla terra con le zampe.';
const DANISH =
  'Den, der ser op en sommeraften, hører dem ofte. Mursejlere jager omkring tagene, og nogle af dem bliver i luften i ti måneder. De spiser, drikker og sover i flugten.';

describe('the language of an article', () => {
  const root = document.documentElement;
  const before = root.getAttribute('lang');
  afterEach(() => {
    root.setAttribute('lang', before ?? '');
    root.classList.remove('translated-ltr');
  });

  const article = (text: string, lang?: string) =>
    lang === undefined
      ? fixture<HTMLElement>(html`<article><p>${text}</p></article>`)
      : fixture<HTMLElement>(html`<article lang=${lang}><p>${text}</p></article>`);

  const cases: [page: string, text: string, lang: string][] = [
    ['en-US', GERMAN, 'de'],
    ['', GERMAN, 'de'],
    ['de-CH', GERMAN, 'de-CH'],
    ['de', ENGLISH, 'en'],
    ['en-GB', ENGLISH, 'en-GB'],
    ['', ENGLISH, 'en'],
    ['de', FRENCH, 'fr'],
    ['', ITALIAN, 'it'],
    // A language that cannot be told from others here is believed.
    ['da', DANISH, 'da'],
    // Too short to tell.
    ['en', 'Hallo Welt.', 'en'],
    ['', 'Hello world.', 'de'],
    ['en', '', 'en'],
  ];
  for (const [page, text, lang] of cases)
    it(`is ${lang} for “${text.slice(0, 20)}” in a page with lang="${page}"`, async () => {
      root.setAttribute('lang', page);
      expect(articleLanguage(await article(text))).to.equal(lang);
    });

  it('is the declared one where that is on the article itself, or inside it', async () => {
    expect(articleLanguage(await article(GERMAN, 'en'))).to.equal('en');
    root.setAttribute('lang', 'en');
    const mixed = await fixture<HTMLElement>(
      html`<article>
        <p>${GERMAN}</p>
        <p lang="en">${GERMAN}</p>
      </article>`,
    );
    const narration = createNarration(mixed, { language: articleLanguage });
    await narration.cutAll();
    const langs = narration.cues.map(({ lang }) => lang);
    expect([langs[0], langs.at(-1)]).to.deep.equal(['de', 'en']);
  });

  it('is that of the text in a page that the browser has translated', async () => {
    root.setAttribute('lang', 'en');
    root.classList.add('translated-ltr');
    expect(articleLanguage(await article(ENGLISH, 'de'))).to.equal('en');
  });

  it('is not decided by a few foreign sentences', () => {
    expect(likelyLanguage(`${GERMAN} ${GERMAN} ${ENGLISH}`, 'de')).to.equal(null);
    expect(likelyLanguage(`${GERMAN} ${ENGLISH}`, 'en')).to.equal(null);
  });
});
