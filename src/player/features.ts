import { html, type LitElement, nothing, type ReactiveControllerHost } from 'lit';
import type { VorleserSettingsButton } from '../controls/vorleser-settings-button.js';
import { afterPaint } from '../highlight/after-paint.js';
import type { ArticlePlayer } from '../page/article-host.js';
import type { ArticleView } from '../page/article-view.js';
import { findArticle } from '../page/find-article.js';
import type { Messages } from '../locales/messages.js';
import type { Playback } from '../playback/playback.js';
import type { SettingName } from '../settings/schema.js';
import { POSITIONS, settings } from '../settings/store.js';
import { defaultBar } from './default-bar.js';
import type { KeyPress } from './shortcuts.js';

/**
 * The features of a player that are loaded when they are first used.
 *
 * The rule for lazy loading, everywhere in `src/`: the code that draws the default bar and answers the first press is
 * imported statically; everything else is imported with `import()`, at the one place that uses it first, and within
 * `loadModule()` where a listener waits for it. Where a module does not load, the player works without it, and the next
 * use tries again. Names say what a module holds, never when it is loaded. A module becomes part of the first load as soon
 * as `src/script.ts` reaches it by static imports, so check the size of the first load (`test/e2e/page.test.mjs`) after
 * adding one.
 */
export class PlayerFeatures {
  readonly #player: FeatureHost;
  readonly #playback: Playback;
  #articleView: ArticleView | null = null;
  #connecting = false;
  /** The keys that were pressed before the shortcuts were loaded. */
  #keyPresses: KeyPress[] = [];
  #hasPlayed = false;
  #hasSelection = false;
  #asksConsent = false;
  #hasRecording = false;
  #settingsShown = false;
  /** Whether speech has been audible, until the reading is stopped or fails. */
  #isListening = false;
  #readingRow: ((player: Element) => unknown) | null = null;

  constructor(player: FeatureHost, playback: Playback) {
    this.#player = player;
    this.#playback = playback;
  }

  /** Loads the code that connects the playback with the article, the keyboard and the system. */
  connect(): void {
    this.#loadReadingRow();
    if (this.#connecting) return;
    this.#connecting = true;
    import('./page-connection.js').then(
      ({ connectToPage }) =>
        (this.#articleView = connectToPage(this.#player, this.#playback, this.#keyPresses)),
      () => {
        // The article is read without highlight; the next play tries again.
        this.#connecting = false;
        this.#keyPresses = [];
      },
    );
  }

  /** Where the controls of a reading do not load, the play button still pauses and resumes, and the next play tries again. */
  #loadReadingRow(): void {
    if (this.#readingRow) return;
    import('../controls/row/reading-row.js').then(
      ({ adoptReadingStyle, readingRow }) => {
        // After the first rendering, which sets the styles, and which a player that is not in the page has not had.
        void this.#player.updateComplete.then(() => adoptReadingStyle(this.#player));
        this.#readingRow = readingRow;
        this.#player.requestUpdate();
      },
      () => undefined,
    );
  }

  /** Offers to resume where an earlier visit ended, and reads at once if the listener has opened the page for that. */
  async resume(): Promise<void> {
    if (!settings.kept(POSITIONS)) return;
    const { resume } = await import('./resume.js');
    resume(this.#player, this.#playback);
  }

  /** A key that is pressed before the shortcuts are loaded is handled afterwards. */
  onKeyDown(event: KeyboardEvent): void {
    if (!this.#articleView) this.#keyPresses.push({ event, path: event.composedPath() });
  }

  /** A page's own bar may have controls that the default bar does not have; an `<audio>` is the article's recording. */
  onSlotChange(): void {
    if (this.#player.querySelector(':not(:defined),audio'))
      void import('./slotted-elements.js').then(({ useSlottedElements }) =>
        useSlottedElements(this.#player, () => {
          this.#hasRecording = true;
          this.#player.requestUpdate();
        }),
      );
  }

  /** Receives the playback's events before all other listeners. */
  handleEvent(event: Event): void {
    this.#updateBar(event.type);
    if (event.type === 'play') {
      this.connect();
      if (this.#hasPlayed) loadListeningElements();
      else this.#showListeningElements();
      this.#hasPlayed = true;
    }
    const asksConsent = this.#playback.consent !== null;
    if (this.#asksConsent !== asksConsent) {
      this.#asksConsent = asksConsent;
      this.#showListeningElements();
    }
    this.#articleView?.handleEvent(event);
  }

  /** The controls of a reading are shown once it is heard. They go when it is over, once the press that ended it is answered. */
  #updateBar(eventType: string): void {
    if (eventType === 'playing') this.#showReadingRow(true);
    else if (!this.#isOver) return;
    else if (this.#isListening) afterPaint(() => this.#isOver && this.#showReadingRow(false));
    else this.#player.requestUpdate();
  }

  get #isOver(): boolean {
    return this.#playback.state === 'idle' || this.#playback.state === 'failed';
  }

  #showReadingRow(shown: boolean): void {
    if (shown === this.#isListening) return;
    this.#isListening = shown;
    this.#player.requestUpdate();
  }

  /** "Listen from here" is loaded when text of the article is first selected. */
  onSelection(): void {
    const selection = getSelection();
    if (this.#hasSelection || !selection || selection.isCollapsed) return;
    if (findArticle(this.#player)?.contains(selection.anchorNode) === false) return;
    this.#hasSelection = true;
    this.#showListeningElements();
  }

  /** @param names the settings that have changed */
  onSettings(names: ReadonlySet<SettingName>): void {
    if (names.has('pinned')) this.#player.requestUpdate();
    const { textSize, lineLength } = settings.current;
    if (!names.has('textSize') && !names.has('lineLength')) return;
    if (textSize !== 1 || lineLength !== 0)
      void import('../page/article-typography.js').then(({ followTypographySettings }) =>
        followTypographySettings(this.#player),
      );
  }

  #showListeningElements(): void {
    this.#player.requestUpdate();
    loadListeningElements();
  }

  renderBar(messages: Messages) {
    return defaultBar({
      messages,
      playback: this.#playback,
      readingRow: this.#isListening ? this.#readingRow?.(this.#player) : null,
      settingsShown: this.#settingsShown,
      onSettings: ({ target }) => {
        this.#settingsShown = (target as VorleserSettingsButton).open;
        this.#player.requestUpdate();
      },
      hasRecording: this.#hasRecording,
    });
  }

  renderConsent() {
    return this.#asksConsent ? html`<vorleser-consent></vorleser-consent>` : nothing;
  }

  renderOverlays() {
    return [
      this.#hasPlayed ? html`<vorleser-mini-bar></vorleser-mini-bar>` : nothing,
      this.#hasSelection ? html`<vorleser-listen-button></vorleser-listen-button>` : nothing,
    ];
  }
}

function loadListeningElements(): void {
  void import('./listening-elements.js');
}

interface FeatureHost extends ArticlePlayer, ReactiveControllerHost {
  readonly renderRoot: LitElement['renderRoot'];
  readonly activeCue: { readonly range: Range | null } | null;
  readonly engines: string;
}
