/** The playground: shows what a visitor pastes, and lets the player read it. */
import { articleOf } from './pasted.js';

type Player = HTMLElement & {
  article: Element | null;
  readonly cues: readonly unknown[];
  play(): Promise<void>;
  pause(): void;
};

const german = document.documentElement.lang === 'de';
const words = german
  ? { empty: 'Darin ist kein Text zum Vorlesen.', failed: 'Es ist nichts zu hören:' }
  : { empty: 'There is no text to read in it.', failed: 'Nothing is heard:' };

const form = find<HTMLFormElement>('form.playground');
const source = find<HTMLTextAreaElement>('#source');
const language = find<HTMLSelectElement>('#language');
const status = find('.playground [role=status]');
const result = find('#result');
const player = find<Player>('#result vorleser-player');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void show();
});

/** Shows what was pasted and begins to read it. */
async function show(): Promise<void> {
  const { lang, content } = articleOf(source.value);
  status.textContent = content.textContent?.trim() ? '' : words.empty;
  result.hidden = status.textContent !== '';
  if (result.hidden) return;
  await customElements.whenDefined('vorleser-player');
  player.article = put(content, lang);
  try {
    await player.play();
  } catch (error) {
    status.textContent = `${words.failed} ${String(error)}`;
  }
}

/**
 * Puts the content into the page, in a shadow root: neither its ids and classes nor the style of the site reach the other side.
 *
 * @param lang of the text, if the content says it; else the visitor's choice, which the player drops if the text is in another one
 */
function put(content: Node, lang: string): Element {
  const host = document.createElement('div');
  host.lang = language.value;
  const article = document.createElement('article');
  if (lang) article.lang = lang;
  article.append(content);
  host.attachShadow({ mode: 'open' }).append(article);
  result.querySelector('div')?.remove();
  result.append(host);
  return article;
}

function find<Type extends Element = HTMLElement>(selector: string): Type {
  const element = document.querySelector<Type>(selector);
  if (!element) throw new Error(`there is no ${selector}`);
  return element;
}
