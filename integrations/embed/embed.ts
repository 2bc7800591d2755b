/** The page in a frame that shows an article of another page, and reads it: `embed.html?article=URL`. */
import { report } from '../../src/console/report.js';
import { httpUrl } from '../../src/server/article-sources.js';
import { enforce, loadConfiguration } from './configuration.js';
import { loadArticle, Refusal } from './load-article.js';
import { remoteControl, reportHeight } from './remote-control.js';
import { safeArticle } from './safe-article.js';
import { language, texts } from './texts.js';

const main = document.querySelector('main') as HTMLElement;

reportHeight();
show(paragraph(texts.loading));
void open();

async function open(): Promise<void> {
  const configuration = await loadConfiguration();
  enforce(configuration);
  const address = new URLSearchParams(location.search).get('article') ?? '';
  const url = httpUrl(address);
  if (!url) return show(paragraph(texts.noAddress));
  try {
    if (!configuration.sources.has(url.origin))
      throw new Refusal('denied', `${url.origin} is not in "sources" of embed.json`);
    const loaded = await loadArticle(url, configuration);
    const article = safeArticle(loaded, configuration.images);
    document.title = loaded.page.title || document.title;
    document.documentElement.lang = article.lang || language;
    const player = document.createElement('vorleser-player');
    player.article = article;
    show(player, article, sourceLink(url));
    await customElements.whenDefined('vorleser-player');
    remoteControl(player, configuration.pages);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    report(error.message, error.cause);
    explain(error.reason, url);
  }
}

/** Says to the listener why there is no article. Only an allowed address is offered as a link. */
function explain(reason: Refusal['reason'], url: URL): void {
  if (reason === 'denied') show(paragraph(texts.denied(url.host)));
  else show(paragraph(texts[reason]), sourceLink(url));
}

function show(...content: Node[]): void {
  main.replaceChildren(...content);
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.lang = language;
  element.role = 'status';
  element.textContent = text;
  return element;
}

function sourceLink({ href, host }: URL): HTMLElement {
  const element = document.createElement('p');
  element.lang = language;
  const link = document.createElement('a');
  link.textContent = texts.source(host);
  link.href = href;
  link.target = '_blank';
  link.rel = 'noopener';
  element.append(link);
  return element;
}
