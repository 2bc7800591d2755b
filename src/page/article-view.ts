import { Follower } from '../highlight/follow.js';
import { Highlighter } from '../highlight/highlighter.js';
import type { Playback } from '../playback/playback.js';
import { settings } from '../settings/settings.js';
import { isReading } from '../playback/state.js';
import type { Word } from '../speech/engine.js';
import { onTextClick } from './click-to-listen.js';

/**
 * Joins a playback and the article on the page, while it is read: marks what is heard and keeps it in view, lets a click on
 * the text move the reading there, and ends it when the article is removed. Adds nothing to the article.
 */
export class ArticleLink {
  readonly #playback: Playback;
  readonly #highlighter = new Highlighter();
  readonly #follower: Follower;
  // Moved along with what is heard, which takes half as long as making new ones.
  readonly #sentence = document.createRange();
  readonly #word = document.createRange();
  #linked: Element | null = null;
  #unlink: (() => void) | null = null;

  constructor(playback: Playback) {
    this.#playback = playback;
    this.applySettings();
    this.#follower = new Follower({
      follows: () => settings.chosen.follow !== false,
      onAway: (away) => (playback.away = away),
    });
    playback.addEventListener('showplace', () => this.#follower.showPlace());
    this.#update();
    this.#markSentence();
  }

  /** Is given the playback's events before anybody else, who may then rely on the marks being right. */
  handleEvent(event: Event): void {
    if (event.type === 'cuechange') this.#markSentence();
    if (event.type === 'boundary') this.#markWord((event as CustomEvent<Word>).detail);
    if (event.type === 'statechange') this.#update();
  }

  /** Takes what the listener has chosen. */
  applySettings(): void {
    const { marks, colours } = settings.chosen;
    this.#highlighter.setLook(marks, colours);
  }

  /** Leaves the page as it was. */
  leave(): void {
    this.#highlighter.clear();
  }

  #markSentence(): void {
    const cue = this.#playback.activeCue;
    const range = cue?.rangeOf(0, cue.text.length, this.#sentence) ?? null;
    this.#highlighter.markSentence(range);
    if (!range) return;
    if (this.#playback.seeking) this.#follower.goTo(range);
    else this.#follower.follow(range);
  }

  #markWord({ start, end }: Word): void {
    const cue = this.#playback.activeCue;
    this.#highlighter.markWord(cue?.rangeOf(start, end, this.#word) ?? null);
  }

  #update(): void {
    const { state, root } = this.#playback;
    const on = isReading(state) || state === 'paused';
    if (on && root === this.#linked) return;
    this.#unlink?.();
    this.#linked = on ? root : null;
    this.#unlink = this.#linked && this.#link(this.#linked);
    if (on) return;
    this.#highlighter.markSentence(null);
    this.#follower.forget();
  }

  #link(root: Element): () => void {
    const endClicks = onTextClick(root, (node, offset) => this.#playback.seekToPoint(node, offset));
    const removal = new MutationObserver(() => {
      if (root.isConnected) return;
      removal.disconnect();
      void this.#playback.articleGone();
    });
    removal.observe(root.ownerDocument, { childList: true, subtree: true });
    return () => {
      endClicks();
      removal.disconnect();
    };
  }
}
