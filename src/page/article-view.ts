import { Follower } from '../highlight/follower.js';
import { Highlighter } from '../highlight/highlighter.js';
import type { Playback } from '../playback/playback.js';
import { seekToPoint } from '../playback/seek-to-point.js';
import { isReading } from '../playback/state.js';
import { settings } from '../settings/store.js';
import type { Word } from '../speech/engine.js';
import { onTextClick } from './click-to-listen.js';

/**
 * Connects a playback with the page's article while it is read: highlights the sentence and keeps it in view, seeks to a clicked
 * sentence, and notices when the article is removed. Adds nothing to the article.
 */
export class ArticleView {
  readonly #playback: Playback;
  readonly #highlighter = new Highlighter();
  readonly #follower: Follower;
  // Reused for every cue, which takes half the time of creating new ones.
  readonly #sentence = document.createRange();
  readonly #word = document.createRange();
  #article: Element | null = null;
  #disconnect: (() => void) | null = null;

  /** @param isInUse whether the listener uses the controls now, so that the page stays where it is */
  constructor(playback: Playback, isInUse: () => boolean) {
    this.#playback = playback;
    this.applySettings();
    this.#follower = new Follower({
      follows: () => settings.current.follow,
      isHeld: () => playback.holdsPage || isInUse(),
      onAway: (away) => (playback.scrolledAway = away),
    });
    playback.addEventListener('reveal', () => this.#follower.reveal());
    this.#update();
    this.#markSentence();
  }

  /** Receives the playback's events before all other listeners, which can rely on the highlight. */
  handleEvent(event: Event): void {
    if (event.type === 'cuechange') this.#markSentence();
    if (event.type === 'narrationchange') this.#restoreMark();
    if (event.type === 'boundary') this.#markWord((event as CustomEvent<Word>).detail);
    if (event.type === 'statechange') this.#update();
  }

  /** Applies the listener's choices. */
  applySettings(): void {
    const { marks, colours } = settings.current;
    this.#highlighter.configure(marks, colours);
  }

  /** Restores the page. */
  leave(): void {
    this.#highlighter.clear();
  }

  /** The page has replaced text nodes, perhaps by equal ones: the old Range is no longer over the sentence. */
  #restoreMark(): Range | null {
    const cue = this.#playback.activeCue;
    const range = cue?.rangeOf(0, cue.text.length, this.#sentence) ?? null;
    this.#highlighter.markSentence(range);
    return range;
  }

  #markSentence(): void {
    const range = this.#restoreMark();
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
    if (on) this.#follower.start();
    if (on && root === this.#article) return;
    this.#disconnect?.();
    this.#article = on ? root : null;
    this.#disconnect = this.#article && this.#connect(this.#article);
    if (on) return;
    this.#highlighter.markSentence(null);
    this.#follower.stop();
  }

  #connect(root: Element): () => void {
    const endClicks = onTextClick(root, (node, offset) =>
      seekToPoint(this.#playback, node, offset),
    );
    const removal = new MutationObserver(() => {
      if (root.isConnected) return;
      removal.disconnect();
      void import('../playback/page-recovery.js').then(({ continueInNewArticle }) =>
        continueInNewArticle(this.#playback),
      );
    });
    removal.observe(root.ownerDocument, { childList: true, subtree: true });
    return () => {
      endClicks();
      removal.disconnect();
    };
  }
}
