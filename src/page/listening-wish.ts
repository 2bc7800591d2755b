import { isRecord } from '../settings/schema.js';
import { POSITIONS, settings } from '../settings/store.js';
import type { ArticleHost, ArticlePlayer } from './article-host.js';
import { articleAddress, pageAddress } from './article-key.js';
import { siteUrl } from './site-url.js';

/** The name in `sessionStorage`. */
export const WISH = 'vorleser-listen';

/** After this time, the page was not opened because of the wish, in milliseconds. */
const TOO_LATE = 60_000;

/** Remembers that the page at an address was opened to be listened to. */
export function wishToListen(url: Pick<URL, 'pathname' | 'search' | 'hash'>): void {
  const address = url.pathname + url.search + url.hash;
  // A player looks for a wish together with a position, so that a page that was opened without either loads no code for them.
  settings.keep({ [POSITIONS]: settings.kept(POSITIONS) ?? {} });
  try {
    sessionStorage.setItem(WISH, JSON.stringify({ address, at: Date.now() }));
  } catch {
    // The storage is refused or full: the listener presses play there.
  }
}

/** Opens a page of this origin, whose player reads at once, if the browser lets it. One in this page reads without that. */
export function openToListen(url: URL): void {
  const player = playerOf(url);
  if (player) return void player.play().catch(() => undefined);
  wishToListen(url);
  location.assign(url);
}

/** Whether this page was opened to listen to the article of a player. The wish is forgotten, whatever the answer. */
export function takeWish(player: ArticleHost): boolean {
  const wish = takeStored();
  if (!isRecord(wish) || typeof wish.address !== 'string' || typeof wish.at !== 'number')
    return false;
  const age = Date.now() - wish.at;
  const url = siteUrl(wish.address);
  return url !== null && age >= 0 && age < TOO_LATE && leadsTo(url, player);
}

function takeStored(): unknown {
  try {
    const stored = sessionStorage.getItem(WISH);
    sessionStorage.removeItem(WISH);
    return JSON.parse(stored ?? 'null');
  } catch {
    return null;
  }
}

/** The player in this page that reads the article at an address, if the page is the same. */
function playerOf(url: URL): ArticlePlayer | undefined {
  const players = document.querySelectorAll<ArticlePlayer>('vorleser-player');
  const isHere = withoutSlash(pageAddress(url)) === withoutSlash(pageAddress(location));
  return isHere ? [...players].find((player) => leadsTo(url, player)) : undefined;
}

/** An anchor within the page leads to its first player. */
function leadsTo(url: URL, player: ArticleHost): boolean {
  const [own, page] = [articleAddress(player), pageAddress(url)].map(withoutSlash);
  return own === page || own === withoutSlash(page + url.hash);
}

/** Servers redirect between addresses with and without a slash at their end. */
function withoutSlash(address: string): string {
  return address.replace(/\/(index\.html?)?(?=$|[?#])/, '');
}
