import { ContextProvider } from '@lit/context';
import { html, isServer, type PropertyValues } from 'lit';
import { loadModule } from '../console/load-module.js';
import { focusPlayButton } from '../controls/shared/focus-play-button.js';
import { playbackContext } from '../controls/shared/playback-context.js';
import { visuallyHidden } from '../controls/shared/visually-hidden.js';
import type { Cue, Unit } from '../narration/index.js';
import type { NavigableNarration } from '../narration/navigable-narration.js';
import type { LexiconSource } from '../playback/load-lexicon.js';
import type { SpeechOptions } from '../playback/playback-options.js';
import { Playback } from '../playback/playback.js';
import { timeRanges } from '../playback/time-ranges.js';
import { settings, type SettingsChangeEvent } from '../settings/store.js';
import type { ListedVoice } from '../speech/listed-voices.js';
import { AppliedSettings } from './applied-settings.js';
import { DeferredRendering } from './deferred-rendering.js';
import { PlayerFeatures } from './features.js';
import { forwardEvents } from './forward-events.js';
import { InterfaceLanguage } from './interface-language.js';
import { OfferedArticle } from './offered-article.js';
import { playerStyle } from './player-style.js';
import { upgradeProperty } from './upgrade-property.js';

/**
 * Reads an article of the page aloud and highlights the sentence being heard. Shaped like HTMLMediaElement: its events do not bubble.
 *
 * The parts `panel-…`, `mini-bar…`, `key-list…`, `link-…` and `listen-…` of the elements in it can be styled through the player as well.
 *
 * @fires play - playback was requested
 * @fires playing - speech becomes audible after it was requested
 * @fires waiting - speech was requested and is not audible yet
 * @fires pause - playback was paused
 * @fires seeking - a seek began
 * @fires seeked - a seek ended
 * @fires timeupdate - `currentTime` changed; four times a second during speech
 * @fires durationchange - `duration` changed
 * @fires ratechange - `playbackRate` changed
 * @fires volumechange - `volume` or `muted` changed
 * @fires cuechange - another sentence is heard, or none
 * @fires ended - the last sentence was heard
 * @fires error - nothing can be read; see `error`
 * @fires voiceschange - `voices` was listed, or listed again
 * @fires {CustomEvent<Word>} boundary - a word begins to be heard, where its time is known. `detail` is `{ start, end }` in the
 *   text of `activeCue`, in UTF-16 code units
 * @fires {CustomEvent<Statistics>} vorleser-statistics - with the attribute `statistics`: listening began, a quarter of the article has been
 *   heard, the end was reached, or listening ended before. Bubbles, out of shadow trees, too
 * @attr {boolean} statistics - whether `vorleser-statistics` is dispatched. Nothing is sent anywhere
 * @attr next-article - the articles to go on with, separated by white space: ids and selectors (without spaces) of articles in the same page, or of
 *   links, and addresses of this origin, which begin with `/`, `./`, `?` or `https://`. At the end of an article, the one after it is offered,
 *   and of a list without it, the first one
 * @attr controls - what the row holds beside the play button while the article is read, in this order, separated by spaces:
 *   `previous-sentence`, `next-sentence`, `previous-paragraph`, `next-paragraph`, `previous-heading`, `next-heading`, `timeline`, `rate`,
 *   `voice`, `place`, `link`, `sleep`, `settings` or `stop`. “More” holds the rest. Without it: `previous-sentence next-sentence timeline rate`
 * @attr {boolean} announce - whether lists, quotes, tables, headings and images are announced, unless the listener chooses otherwise
 * @attr lang - the language of the interface: `de`, `en`, `fr` or `it`. Without it: the language of the page around the player
 * @slot - controls that replace the default bar; or an `<audio>` with the recording of the article, which the player plays
 * @csspart bar - everything that is shown
 * @csspart skip-link - the link past the controls for keyboard users, visible while it is focused by keyboard
 * @csspart controls - the row of controls
 * @csspart reader - who reads, before anybody listens
 * @csspart idle-settings - the settings, before anybody listens
 * @csspart place - the timeline and its times
 * @csspart status - the status line
 * @csspart button - every button
 * @csspart play-button - the button that plays and pauses
 * @csspart play-box - the room of that button in the row
 * @csspart play-label - its label
 * @csspart play-details - how long the article takes and who reads, below the label on phones
 * @csspart skip-button - the buttons to the next and previous sentence, paragraph and heading
 * @csspart back-button - the button that undoes a seek
 * @csspart place-button - the button that scrolls to the current sentence
 * @csspart stop-button - the button that ends the reading
 * @csspart link-button - the button that copies a link to the sentence
 * @csspart start-over-button - the button that reads from the beginning, although an earlier visit ended further on
 * @csspart more-button - the button that shows more controls
 * @csspart more-panel - those controls
 * @csspart arrange-button - the button there that shows the pins
 * @csspart pin-button - the buttons there that pin a control to the row
 * @csspart close-button - the button there that closes it as a sheet, on narrow screens
 * @csspart settings-button - the button that opens the settings
 * @csspart consent-button - the answers to the question whether text may be sent
 * @csspart consent-text - the question whether text may be sent
 * @csspart label - the label of a button, where it is shown
 * @csspart select - the playback rate, and the sleep timer
 * @csspart time - how long the article takes, the time heard, and the time left
 * @csspart sleep - the state of the sleep timer
 * @csspart slider - the native slider of the timeline, invisible over what is drawn
 * @csspart track - the line of the timeline
 * @csspart heard - the part of the line that has been heard
 * @csspart mark - a heading on the timeline
 * @csspart thumb - the current position on the timeline
 * @csspart preview - the sentence at the thumb, while it is dragged
 * @csspart panel - the settings
 * @cssprop [--vorleser-accent=currentcolor] - the play button's border, the heard part of the timeline, thumbs and checkboxes
 * @cssprop [--vorleser-play-background=transparent] - the background of the play button
 * @cssprop [--vorleser-play-color=inherit] - the text of the play button
 * @cssprop [--vorleser-hover-background=10 % of the text's colour] - a button under the pointer, unless the play button has a background
 * @cssprop [--vorleser-active-background=20 % of the text's colour] - a button that is pressed, likewise
 * @cssprop [--vorleser-focus-color=currentcolor] - the focus ring, 3 px thick
 * @cssprop [--vorleser-rule-color=25 % of the text's colour] - the hairlines above, below and in the settings
 * @cssprop [--vorleser-track-color=60 % of the text's colour] - the lines of sliders
 * @cssprop [--vorleser-mark-color=currentcolor] - the headings on the timeline
 * @cssprop [--vorleser-popup-background=Canvas] - the background of popups and dialogs
 * @cssprop [--vorleser-popup-color=CanvasText] - the text of popups and dialogs
 * @cssprop [--vorleser-radius=4px] - the radius of corners; at most 1em for large boxes
 * @cssprop [--vorleser-gap=0.25em] - the space between controls
 * @cssprop [--vorleser-size=max(44px, 2.5em)] - the height of a control, and its least width
 * @cssprop [--vorleser-icon-size=1.375em] - the size of icons
 * @cssprop [--vorleser-track-size=4px] - the thickness of the lines of sliders
 * @cssprop [--vorleser-inset-block-end=clear of bars of the page] - the distance of the bar at the lower edge of the screen from that edge
 * @cssprop [--vorleser-inset-block-start=clear of bars of the page] - its distance from the upper edge, when it stands there
 * @cssprop [--vorleser-thumb-size=1em] - the size of the thumbs of sliders
 * @cssprop --vorleser-sentence-color - the text of the highlighted sentence; set it on the article
 * @cssprop --vorleser-sentence-background - the background of the highlighted sentence; set it on the article
 * @cssprop --vorleser-sentence-line - the line below the highlighted sentence; set it on the article
 * @cssprop --vorleser-word-color - the text of the highlighted word; set it on the article
 * @cssprop --vorleser-word-background - the background of the highlighted word; set it on the article
 * @cssprop --vorleser-word-line - the line below the highlighted word; set it on the article
 */
export class VorleserPlayer extends DeferredRendering {
  static override properties = {
    htmlFor: { attribute: 'for' },
    article: { attribute: false },
    engines: {},
    lexicon: {},
    skip: {},
    defaultPlaybackRate: { type: Number, attribute: 'playbackrate' },
    tokenUrl: { attribute: 'tokenurl' },
    server: {},
    defaultVoice: { attribute: 'voice' },
  };
  static override styles = [visuallyHidden, playerStyle];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'controls'];
  }

  /**
   * The article: an id in the same tree, or a CSS selector. Without it: the closest `article` around the player, or the page's
   * main text. May change at any time: the old article stops.
   */
  htmlFor: string | null = null;

  /** The article itself, which may be in another tree; overrides `for`. May change at any time. */
  article: Element | null = null;

  /** The names of the engines, separated by spaces, in the order in which they are tried. */
  engines = 'recording azure server browser embedded';

  /**
   * How words are pronounced. The attribute is the address of a lexicon (W3C PLS), loaded when reading begins. The property
   * may also be a map of words to their spoken forms. A new one applies from the next play or seek on.
   */
  lexicon: LexiconSource = null;

  /** A CSS selector of content that is not read. */
  skip = '';

  /** The initial `playbackRate`. */
  defaultPlaybackRate = 1;

  /** The address of a token broker for Azure's neural voices. Nothing is sent to Azure before the listener has agreed. */
  tokenUrl = '';

  /**
   * The address of a speech server, such as `https://voices.example/`, which speaks OpenAI's protocol or that of Readium Speech
   * Server; may be relative. Nothing is sent to another origin before the listener has agreed.
   */
  server = '';

  /** The `voiceURI` of the voice to read with until the listener chooses one. */
  defaultVoice: string | null = null;

  readonly #playback = new Playback({
    narrate: () => this.#narrate(),
    savePosition: (cue) => this.#savePosition?.(this.#playback.track?.narration ?? null, cue),
    speech: async (): Promise<SpeechOptions> =>
      (await loadOptions()).speechOptions(this, this.#playback, () => this.#language.messages.lang),
  });
  readonly #internals = this.attachInternals();
  readonly #language = new InterfaceLanguage(this, this.#internals);
  readonly #settings = new AppliedSettings(this, this.#playback);
  readonly #features = new PlayerFeatures(this, this.#playback);
  readonly #offered = new OfferedArticle(this, this.#playback, () => {
    void this.#features.resume();
    this.#language.nameRegion();
  });
  /** Its code is loaded with that of the narration. */
  #savePosition: ((narration: NavigableNarration | null, cue: Cue | null) => void) | null = null;
  #whileConnected: AbortController | null = null;

  constructor() {
    super();
    this.#internals.role = 'region';
    new ContextProvider(this, { context: playbackContext, initialValue: this.#playback });
    forwardEvents(this.#playback, this, (event) => this.#features.handleEvent(event));
    this.addEventListener('keydown', (event) => this.#onKeyDown(event));
    this.#applySettings();
    for (const name of ['playbackRate', 'volume', 'muted', 'voice'] as const)
      upgradeProperty(this, name);
    for (const type of ['pointerenter', 'focusin'])
      this.addEventListener(type, () => this.#loadCode(), { once: true });
  }

  /** The sentences so far. The rest is cut in the background. */
  get cues(): readonly Cue[] {
    return this.#playback.cues;
  }

  /** The sentence that is heard, or at which the reading is paused; null otherwise, and in the silence between two. */
  get activeCue(): Cue | null {
    return this.#playback.activeCue;
  }

  /** Whether playback is paused, or has not begun. */
  get paused(): boolean {
    return this.#playback.paused;
  }

  /** Whether the last sentence has been heard. */
  get ended(): boolean {
    return this.#playback.ended;
  }

  /** Whether a seek was made and its sentence is not heard yet. */
  get seeking(): boolean {
    return this.#playback.seeking;
  }

  /** HAVE_NOTHING until the whole article is cut into sentences, then HAVE_ENOUGH_DATA. */
  get readyState(): number {
    const { HAVE_ENOUGH_DATA, HAVE_NOTHING } = HTMLMediaElement;
    return this.#playback.track?.complete ? HAVE_ENOUGH_DATA : HAVE_NOTHING;
  }

  /** Seconds at rate 1, estimated. Setting it seeks to the beginning of the sentence there. */
  get currentTime(): number {
    return this.#playback.currentTime;
  }
  set currentTime(seconds: number) {
    this.#playback.currentTime = seconds;
  }

  /** Seconds at rate 1, estimated until each sentence was heard; NaN until the whole article is cut into sentences. */
  get duration(): number {
    return this.#playback.duration;
  }

  /** Where one can seek: anywhere, in seconds at rate 1. */
  get seekable(): TimeRanges {
    return timeRanges(this.duration > 0 ? [[0, this.duration]] : []);
  }

  /** The sentences of a recording whose sound has arrived, in seconds at rate 1. A voice has nothing in advance. */
  get buffered(): TimeRanges {
    return this.#playback.buffered;
  }

  /** The rate, 0.1 to 10. Throws a NotSupportedError DOMException outside of that. */
  get playbackRate(): number {
    return this.#playback.playbackRate;
  }
  set playbackRate(rate: number) {
    this.#playback.playbackRate = rate;
  }

  /** The volume, 0 to 1. Throws an IndexSizeError DOMException outside of that. */
  get volume(): number {
    return this.#playback.volume;
  }
  set volume(volume: number) {
    this.#playback.volume = volume;
  }

  /** Whether the sound is off. */
  get muted(): boolean {
    return this.#playback.muted;
  }
  set muted(muted: boolean) {
    this.#playback.muted = muted;
  }

  /**
   * The voices for the article's language, in the order of `engines` and the best of each first, without duplicates and
   * novelty voices. Empty until they are listed, which `voiceschange` reports.
   */
  get voices(): readonly ListedVoice[] {
    return this.#playback.availableVoices.voices;
  }

  /**
   * The `voiceURI` of the chosen voice; null leaves the choice to the engines. Setting it is a choice of the listener: it is
   * stored, and applies from the sentence that is read. A voice that is not available today stays chosen, and the best one
   * of its engine reads instead.
   */
  get voice(): string | null {
    return this.#playback.voice;
  }
  set voice(voiceURI: string | null) {
    const listed = this.voices.find((voice) => voice.voiceURI === voiceURI);
    const voice = voiceURI === null ? undefined : { voiceURI, engine: listed?.engine ?? '' };
    settings.choose({ voice });
    if (!this.isConnected) this.#settings.apply();
  }

  /** Why nothing is heard, or why an engine was given up; or null. */
  get error(): Error | null {
    return this.#playback.error;
  }

  /** The name of the engine that speaks, or null. */
  get engine(): string | null {
    return this.#playback.engine;
  }

  /**
   * Reads on, or from the beginning.
   *
   * @returns a promise that resolves once speech is audible. It rejects with a DOMException: AbortError (paused or stopped
   *   before that), NotAllowedError (the browser requires a gesture first), NotSupportedError (nothing to read, or no
   *   engine can speak)
   */
  play(): Promise<void> {
    return this.#playback.play();
  }

  /** Falls silent at once and keeps the position. */
  pause(): void {
    this.#playback.pause();
  }

  /** Seeks to the next sentence, or to the beginning of the next paragraph or heading. */
  next(unit?: Unit): void {
    this.#playback.next(unit);
  }

  /** Seeks to the previous sentence, or to the beginning of this or the previous paragraph or heading. */
  previous(unit?: Unit): void {
    this.#playback.previous(unit);
  }

  /** Seeks to a sentence. Outside of `cues`, nothing happens. */
  seekToCue(index: number): void {
    this.#playback.seekToCue(index);
  }

  /**
   * Lets the listener hear a sentence with a voice, without choosing it. Pauses the reading.
   *
   * @returns a promise that resolves when the sentence was heard. It rejects with a DOMException: NotFoundError (no such
   *   voice), NotAllowedError (text may not be sent, or the browser requires a gesture first), NotSupportedError, AbortError
   *   (ended by another preview, `play()` or `pause()`)
   */
  async sampleVoice(voiceURI: string): Promise<void> {
    const { disposals } = this.#playback;
    const { sampleVoice } = await import('../playback/sample-voice.js');
    await sampleVoice(this.#playback, voiceURI, disposals);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#whileConnected || isServer) return;
    const { signal } = (this.#whileConnected = new AbortController());
    settings.addEventListener('change', this.#applySettings, { signal });
    this.#applySettings();
    // Chromium keeps speaking after a reload: https://github.com/mdn/dom-examples/pull/307
    addEventListener('pagehide', () => this.pause(), { signal });
    document.addEventListener('selectionchange', () => this.#features.onSelection(), { signal });
    this.#offered.follow(signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page is a removal followed by an insertion.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#whileConnected?.abort();
      this.#whileConnected = null;
      this.#playback.dispose();
    });
  }

  /** Called when a property was set: `play()` may follow at once. */
  override requestUpdate(name?: PropertyKey, ...rest: [unknown?, object?]): void {
    super.requestUpdate(name, ...rest);
    if (this.hasUpdated && (name === 'htmlFor' || name === 'article')) this.#offered.renamed();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#settings.defaultsChanged(changed);
  }

  /** The controls of a reading appear and disappear: the focus moves to the play button, so that it is not lost. */
  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    if (focused && !focused.isConnected) focusPlayButton(this);
  }

  protected override render() {
    return [
      html`<div part="bar" lang=${this.#language.messages.lang} data-vorleser="skip">
        <slot @slotchange=${() => this.#features.onSlotChange()}
          >${this.#features.renderBar(this.#language.messages)}</slot
        >
        ${this.#features.renderConsent()}
      </div>`,
      this.#features.renderOverlays(),
    ];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') void this.#chooseLanguage();
    if (name === 'controls') this.requestUpdate();
  }

  async #chooseLanguage(): Promise<void> {
    if (await this.#language.choose()) this.#playback.availableVoices.refresh();
  }

  /** @param event of the settings that were chosen just now */
  readonly #applySettings = (event?: Event): void => {
    this.#features.onSettings(this.#settings.apply((event as SettingsChangeEvent)?.names));
    void this.#chooseLanguage();
  };

  async #narrate(): Promise<NavigableNarration | null> {
    const { narrationFor, savePosition } = await loadOptions();
    this.#savePosition = savePosition;
    return narrationFor(this);
  }

  /** Loads the code that a press of play needs, but no voice. */
  #loadCode(): void {
    this.#playback.chooseEngine();
    this.#features.connect();
  }

  #onKeyDown(event: KeyboardEvent): void {
    this.#features.onKeyDown(event);
    if (event.key !== 'Escape' || event.defaultPrevented || this.#playback.state === 'idle') return;
    event.preventDefault();
    this.#playback.stop();
  }
}

function loadOptions() {
  return loadModule(import('./reading-options.js'), 'speechOptions');
}
