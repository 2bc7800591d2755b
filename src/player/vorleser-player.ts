import { ContextProvider } from '@lit/context';
import { html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators/property.js';
import { interfaceLanguage } from '../locales/locales.js';
import { loadMore } from '../locales/panels/load.js';
import type { Cue, Narration } from '../narration/index.js';
import type { EngineSource } from '../playback/engine-choice.js';
import type { LexiconSource } from '../playback/load-lexicon.js';
import type { Unit } from '../playback/seek-target.js';
import { Playback } from '../playback/playback.js';
import { keepPlace, placeIn } from '../settings/saved-position.js';
import { settings } from '../settings/settings.js';
import type { Word } from '../speech/engine.js';
import { azureMaker, engineMaker } from '../speech/engines.js';
import type { ListedVoice } from '../speech/listed-voices.js';
import { articleName } from '../page/article-key.js';
import { findArticle } from '../page/find-article.js';
import { ChosenSettings } from './apply-settings.js';
import { defaultBar } from './default-bar.js';
import { InterfaceLanguage } from './interface-language.js';
import { LateParts } from './features.js';
import { playbackContext } from '../controls/shared/playback-context.js';
import { playerStyle } from './player-style.js';
import { visuallyHidden } from '../controls/shared/visually-hidden.js';

/** The playback's events that the element sends on. None bubbles, as with media elements. */
const EVENTS = new Set(
  'play playing waiting pause seeking seeked timeupdate durationchange ratechange volumechange cuechange ended error'.split(
    ' ',
  ),
);

/**
 * Reads an article of the page aloud and marks the sentence being heard. Shaped like HTMLMediaElement.
 *
 * @fires play - playing, waiting, pause, seeking, seeked, timeupdate, durationchange, ratechange, volumechange, ended, error
 *   as media elements do
 * @fires cuechange - when another sentence is heard, or none
 * @fires voiceschange - when `voices` has been listed, or listed anew
 * @fires boundary - when a word begins to be heard, where its time is known; its detail is `{ start, end }` in the text of
 *   `activeCue`, in UTF-16 code units
 * @slot - controls that take the default bar's place
 * @csspart bar - everything that is shown
 * @csspart skip-link - leads the keyboard past the controls; seen while it has the focus
 * @csspart controls - the row of buttons
 * @csspart place - the row of the timeline
 * @csspart status - the line of text below
 * @csspart button - all buttons; each also by its kind: play-button, skip-button, back-button, place-button, stop-button,
 *   settings-button, consent-button
 * @csspart label - what is written on the play button
 * @csspart consent-text - the question whether text may be sent
 * @csspart sleep - when the sleep timer will end the reading
 * @csspart select - the choice of the rate
 * @csspart time - what is heard, and what is left
 * @csspart slider - and track, heard, mark, thumb, preview: the pieces of the timeline
 * @csspart panel - the settings; their pieces: panel-group, panel-legend, panel-field, panel-label, panel-hint, panel-select,
 *   panel-slider, panel-value, panel-tick, panel-box, panel-swatch, panel-button, panel-report
 * @cssprop --vorleser-accent - the play button's border, the heard part of the timeline, thumbs and ticks
 * @cssprop --vorleser-play-background - and --vorleser-play-color: the play button
 * @cssprop --vorleser-hover-background - a button under the pointer
 * @cssprop --vorleser-active-background - a button that is pressed
 * @cssprop --vorleser-focus-color - the ring around what has the focus
 * @cssprop --vorleser-rule-color - the hairlines above, below and in the settings
 * @cssprop --vorleser-track-color - the lines of sliders
 * @cssprop --vorleser-mark-color - the headings on it
 * @cssprop --vorleser-popup-background - and --vorleser-popup-color: what comes up over the page
 * @cssprop --vorleser-radius - how round the corners are, 4px; of what is large, 1em at most
 * @cssprop --vorleser-gap - the space between controls, 0.25em
 * @cssprop --vorleser-size - how high a control is, and how wide at least, max(44px, 2.5em)
 * @cssprop --vorleser-icon-size - 1.375em
 * @cssprop --vorleser-track-size - how thick the lines of sliders are, 4px
 * @cssprop --vorleser-thumb-size - 1em
 * @csspart mini-bar - the controls at the edge of the screen, while the bar is out of view; its pieces: mini-bar-button,
 *   mini-bar-label, mini-bar-time
 * @csspart link-popup - says that a link was copied, or shows it in link-field
 * @csspart listen-button - the button beside selected text, in listen-popup
 * @csspart key-list - the list of keys; its pieces: key-list-heading, key-list-button, key-list-text, key-list-tick,
 *   key-list-box, key-list-table, key-list-cell, key
 * @cssprop --vorleser-sentence-color - and `-background`, `-line`: the mark of the sentence being heard; set on the article
 * @cssprop --vorleser-word-color - and `-background`, `-line`: the mark of the word being heard; set on the article
 */
export class VorleserPlayer extends LitElement {
  static override styles = [visuallyHidden, playerStyle];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** The id of the article's root in the same tree. Without it: the article around the player, or the page's first. */
  @property({ attribute: 'for' }) htmlFor: string | null = null;
  /** The names of the engines, in the order they are tried. */
  @property() engines = 'recording azure browser embedded';
  /**
   * How words are spoken: as an attribute, the address of a lexicon (W3C PLS), which is fetched when reading begins; as a
   * property, also a map of words and their spoken forms. A new one holds from the next play or jump on.
   */
  @property() lexicon: LexiconSource = null;
  /** A CSS selector of what is not read. */
  @property() skip = '';
  /** What `playbackRate` is at first. */
  @property({ type: Number, attribute: 'playbackrate' }) defaultPlaybackRate = 1;

  /**
   * The address of a token broker for Azure's neural voices. Nothing is sent to Azure before the listener has allowed it.
   */
  @property({ attribute: 'tokenurl' }) tokenUrl = '';

  /** The `voiceURI` of the voice to read with, as long as the listener has chosen none. */
  @property({ attribute: 'voice' }) defaultVoice: string | null = null;

  readonly #playback = new Playback({
    narrate: () => this.#narrate(),
    engines: () => this.#engineSources(),
    lexicon: () => this.lexicon,
    allows: (recipient) => settings.chosen.allowed?.[recipient],
    allow: (recipient, allowed) => {
      settings.choose({ allowed: { ...settings.chosen.allowed, [recipient]: allowed } });
      this.#playback.voiceList.renew();
    },
    sampleText: async (lang) => (await loadMore(interfaceLanguage(lang))).sample,
    keepPlace: (cue) => keepPlace(articleName(this), cue),
    lang: () => findArticle(this)?.closest('[lang]')?.getAttribute('lang') || 'de',
    voiceTexts: () => loadMore(this.#language.messages.lang),
  });
  readonly #internals = this.attachInternals();
  readonly #language = new InterfaceLanguage(this, this.#internals);
  readonly #settings = new ChosenSettings(this, this.#playback);
  readonly #parts = new LateParts(this, this.#playback);
  #azure: EngineSource | null = null;
  #whileConnected: AbortController | null = null;

  constructor() {
    super();
    this.#internals.role = 'region';
    new ContextProvider(this, { context: playbackContext, initialValue: this.#playback });
    for (const type of [...EVENTS, 'boundary', 'statechange']) {
      this.#playback.addEventListener(type, (event) => this.#onPlaybackEvent(event));
    }
    this.addEventListener('keydown', (event) => this.#onKeyDown(event));
    this.#playback.voiceList.addEventListener('change', () =>
      this.dispatchEvent(new Event('voiceschange')),
    );
    this.#applySettings();
    for (const name of ['playbackRate', 'volume', 'muted', 'voice'] as const) this.#takeOver(name);
    for (const type of ['pointerenter', 'focusin']) {
      this.addEventListener(type, () => this.#fetchCode(), { once: true });
    }
  }

  get cues(): readonly Cue[] {
    return this.#playback.cues;
  }
  get activeCue(): Cue | null {
    return this.#playback.activeCue;
  }
  get paused(): boolean {
    return this.#playback.paused;
  }
  get ended(): boolean {
    return this.#playback.ended;
  }
  get seeking(): boolean {
    return this.#playback.seeking;
  }
  /** HAVE_NOTHING as long as the article is not cut to its end, then HAVE_ENOUGH_DATA. */
  get readyState(): number {
    return this.#playback.complete
      ? HTMLMediaElement.HAVE_ENOUGH_DATA
      : HTMLMediaElement.HAVE_NOTHING;
  }
  get currentTime(): number {
    return this.#playback.currentTime;
  }
  set currentTime(seconds: number) {
    this.#playback.currentTime = seconds;
  }
  get duration(): number {
    return this.#playback.duration;
  }
  get playbackRate(): number {
    return this.#playback.playbackRate;
  }
  set playbackRate(rate: number) {
    this.#playback.playbackRate = rate;
  }
  get volume(): number {
    return this.#playback.volume;
  }
  set volume(volume: number) {
    this.#playback.volume = volume;
  }
  get muted(): boolean {
    return this.#playback.muted;
  }
  set muted(muted: boolean) {
    this.#playback.muted = muted;
  }
  /**
   * The voices for the article's language, in the order of `engines` and the best of each first; without those that sound
   * like another one or like a joke. Empty until they are listed, which `voiceschange` tells.
   */
  get voices(): readonly ListedVoice[] {
    return this.#playback.voiceList.voices;
  }
  /**
   * The `voiceURI` of the voice that was chosen, on this day or an earlier one; null leaves it to the engines. One that is
   * not there today stays chosen, and the best one of its engine reads meanwhile.
   */
  get voice(): string | null {
    return this.#playback.voice;
  }
  /** Begins with the sentence that is read, and is remembered. */
  set voice(voiceURI: string | null) {
    const listed = this.voices.find((voice) => voice.voiceURI === voiceURI);
    const voice = voiceURI === null ? undefined : { voiceURI, engine: listed?.engine ?? '' };
    this.#playback.voice = voiceURI;
    settings.choose({ voice });
  }
  get error(): Error | null {
    return this.#playback.error;
  }
  /** The name of the engine that speaks, or null. */
  get engine(): string | null {
    return this.#playback.engine;
  }

  /** Settles once speech is audible; rejects with a DOMException as a media element's does. */
  play(): Promise<void> {
    return this.#playback.play();
  }
  pause(): void {
    this.#playback.pause();
  }
  next(unit?: Unit): void {
    this.#playback.next(unit);
  }
  previous(unit?: Unit): void {
    this.#playback.previous(unit);
  }
  seekToCue(index: number): void {
    this.#playback.seekToCue(index);
  }

  /**
   * Lets the listener hear a sentence with a voice, which is not chosen by that. Pauses the reading.
   *
   * @returns a promise that settles when it was heard, and rejects with a DOMException where it cannot be, or was ended by
   *   another sample, `play()` or `pause()`
   */
  async sampleVoice(voiceURI: string): Promise<void> {
    await this.#playback.voiceList.listed();
    const listed = this.voices.find((voice) => voice.voiceURI === voiceURI);
    if (!listed) throw new DOMException(`There is no voice ${voiceURI}`, 'NotFoundError');
    await this.#playback.sample(listed);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#whileConnected) return;
    this.#whileConnected = new AbortController();
    const { signal } = this.#whileConnected;
    settings.addEventListener('change', () => this.#applySettings(), { signal });
    this.#applySettings();
    // Chromium speaks on after a reload: https://github.com/mdn/dom-examples/pull/307
    addEventListener('pagehide', () => this.pause(), { signal });
    document.addEventListener('selectionchange', () => this.#parts.onSelection(), { signal });
    whenIdle(() => {
      // Browsers list their voices only after they were asked, some a second later.
      if (signal.aborted) return;
      globalThis.speechSynthesis?.getVoices();
      const text = findArticle(this)?.textContent ?? '';
      this.#playback.expect(text.replace(/\s+/g, ' ').length);
      const place = placeIn(articleName(this));
      if (place) this.#playback.goOnFrom(place);
      this.#language.nameRegion();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move to another place in the page is a removal and an insertion at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#whileConnected?.abort();
      this.#whileConnected = null;
      this.#playback.dispose();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('tokenUrl'))
      this.#azure = this.tokenUrl ? azureMaker({ tokenUrl: this.tokenUrl }) : null;
    if (changed.has('defaultVoice') && !settings.chosen.voice) this.#settings.applyVoice();
    if (!changed.has('defaultPlaybackRate') || settings.chosen.rate) return;
    if (this.defaultPlaybackRate === (changed.get('defaultPlaybackRate') ?? 1)) return;
    this.#settings.applyDefaultRate();
  }

  protected override render() {
    return [
      html`<div part="bar" lang=${this.#language.messages.lang}>
        <slot @slotchange=${() => this.#parts.onSlotChange()}
          >${defaultBar(this.#language.messages)}</slot
        >
        ${this.#parts.renderConsent()}
      </div>`,
      this.#parts.renderBesides(),
    ];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') void this.#chooseLanguage();
  }

  async #chooseLanguage(): Promise<void> {
    if (await this.#language.choose()) this.#playback.voiceList.renew();
  }

  #applySettings(): void {
    this.#settings.apply();
    void this.#chooseLanguage();
  }

  /** A property that the page set before this element was defined hides the accessor of that name; it is set anew. */
  #takeOver(name: 'playbackRate' | 'volume' | 'muted' | 'voice'): void {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    Reflect.deleteProperty(this, name);
    Object.assign(this, { [name]: value });
  }

  /** The code that walks and cuts an article is fetched when it is first needed. */
  async #narrate(): Promise<Narration | null> {
    const { narrationFor } = await import('../page/article-narration.js');
    const root = findArticle(this);
    return root && narrationFor(this, root);
  }

  /** In the publisher's order, but for the engine of the voice that the listener chose, which comes first. */
  #engineSources(): EngineSource[] {
    const names = this.engines.split(/\s+/);
    const chosen = settings.chosen.voice?.engine ?? '';
    if (names.includes(chosen)) names.unshift(chosen);
    return [...new Set(names)].flatMap((name) =>
      name === 'azure' ? (this.#azure ?? []) : (engineMaker(name) ?? []),
    );
  }

  /** Fetches the code that a press of play will need, but no voice. */
  #fetchCode(): void {
    this.#playback.chooseEngine();
    this.#parts.fetchLink();
  }

  #onPlaybackEvent(event: Event): void {
    this.#parts.handleEvent(event);
    if (EVENTS.has(event.type)) this.dispatchEvent(new Event(event.type));
    if (event.type === 'boundary') {
      this.dispatchEvent(
        new CustomEvent('boundary', { detail: (event as CustomEvent<Word>).detail }),
      );
    }
  }

  #onKeyDown(event: KeyboardEvent): void {
    this.#parts.onKeyDown(event);
    if (event.key !== 'Escape' || event.defaultPrevented || this.#playback.state === 'idle') return;
    event.preventDefault();
    this.#playback.stop();
  }
}

function whenIdle(callback: () => void): void {
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(callback);
  else setTimeout(callback, 200);
}
