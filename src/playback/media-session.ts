import type { Cue } from '../narration/index.js';
import { oneLine } from '../narration/one-line.js';
import type { Playback } from './playback.js';
import { SEEK_STEP, seekBy } from './seek-by.js';
import { SilentSound } from './silent-sound.js';
import { isReading } from './state.js';

/** Chromium supports `chapterInfo` since version 127. */
interface Metadata extends MediaMetadataInit {
  chapterInfo?: { title: string; startTime: number }[];
}

/** The playback that holds the page's one media session: the last one that read. */
let holder: Playback | null = null;

/**
 * Lets the system show and control a playback: by media keys, headphones, the lock screen. The session is held while it
 * reads or is paused, and released when it is stopped or has ended. Details and limits: docs/media-keys.md.
 *
 * @see https://w3c.github.io/mediasession/
 */
export class MediaSessionLink {
  readonly #playback: Playback;
  readonly #session: MediaSession;
  readonly #silence: SilentSound;
  #section: Cue | null | undefined;
  /** The last sentence whose section was looked up. */
  #cue: Cue | null = null;
  /** Whether the system's commands are received. */
  #isListening = false;
  #isUpdating = false;

  private constructor(playback: Playback, session: MediaSession) {
    this.#playback = playback;
    this.#session = session;
    this.#silence = new SilentSound(playback);
    for (const type of ['statechange', 'ratechange', 'durationchange'])
      playback.addEventListener(type, () => this.#update());
    // Safari drops metadata and handlers when a sound begins: https://github.com/mralexsaavedra/spotiarr/pull/231
    playback.addEventListener('playing', () => holder === this.#playback && this.#take());
    this.#update();
  }

  /** Does nothing in a browser without media sessions. */
  static join(playback: Playback): void {
    const session = (navigator as Partial<Navigator>).mediaSession;
    if (session) new MediaSessionLink(playback, session);
  }

  /** Only the sound begins at once for the first time, while the browser knows of the press that has led to it. */
  #update(): void {
    if (isReading(this.#playback.state) && holder !== this.#playback) this.#take();
    if (!this.#silence.hasPlayed && this.#needsSilence) this.#silence.play();
    this.#updateLater();
  }

  /** Whether it reads with an engine whose sound is not that of a media element. */
  get #needsSilence(): boolean {
    const { state, abilities } = this.#playback;
    return isReading(state) && abilities?.mediaElement === false;
  }

  #take(): void {
    holder = this.#playback;
    this.#section = undefined;
    this.#cue = null;
    this.#isListening = false;
    this.#updateLater();
  }

  /** Updates in a task of its own, once for all changes of a press, so that the press is not delayed. */
  #updateLater(): void {
    if (this.#isUpdating) return;
    this.#isUpdating = true;
    setTimeout(() => {
      this.#isUpdating = false;
      this.#follow();
    });
  }

  #follow(): void {
    const { state } = this.#playback;
    const reads = isReading(state);
    if (holder !== this.#playback) this.#silence.end();
    else if (!reads && state !== 'paused') this.#release();
    else {
      if (this.#needsSilence) this.#silence.play();
      else this.#silence.pause();
      if (!this.#isListening) this.#listen(true);
      this.#session.playbackState = reads ? 'playing' : 'paused';
      this.#showSection();
      this.#showPosition();
    }
  }

  #release(): void {
    holder = null;
    this.#silence.end();
    this.#session.metadata = null;
    this.#session.playbackState = 'none';
    this.#session.setPositionState?.();
    this.#listen(false);
  }

  #showSection(): void {
    const { activeCue } = this.#playback;
    if (this.#section !== undefined && (!activeCue || activeCue === this.#cue)) return;
    this.#cue = activeCue;
    const { root, track } = this.#playback;
    const headings = track?.headings ?? [];
    const at = activeCue?.index ?? -1;
    const section = headings.findLast(({ index }) => index <= at) ?? null;
    if (section === this.#section) return;
    this.#section = section;
    const metadata: Metadata = {
      title: oneLine(root?.querySelector('h1')?.textContent ?? '') || document.title,
      artist: nameOfSite(),
      album: section?.text ?? '',
      artwork: icons(),
      chapterInfo: headings.map(({ text, startTime }) => ({ title: text, startTime })),
    };
    this.#session.metadata = new MediaMetadata(metadata);
  }

  #showPosition(): void {
    const { estimatedDuration: duration, currentTime, playbackRate } = this.#playback;
    if (!(duration > 0)) return;
    const position = Math.min(currentTime, duration);
    this.#session.setPositionState?.({ duration, position, playbackRate });
  }

  /** A track is a paragraph here, since headphones have keys for the next and previous track and for no smaller unit. */
  #handlers(): Record<Exclude<MediaSessionAction, 'skipad'>, MediaSessionActionHandler> {
    const playback = this.#playback;
    return {
      play: () => void playback.play().catch(() => undefined),
      pause: () => playback.pause(),
      stop: () => playback.stop(),
      previoustrack: () => playback.previous('paragraph'),
      nexttrack: () => playback.next('paragraph'),
      seekbackward: ({ seekOffset }) => seekBy(playback, -(seekOffset || SEEK_STEP)),
      seekforward: ({ seekOffset }) => seekBy(playback, seekOffset || SEEK_STEP),
      seekto: ({ seekTime }) => (playback.currentTime = seekTime ?? 0),
    };
  }

  #listen(on: boolean): void {
    this.#isListening = on;
    for (const [action, handler] of Object.entries(this.#handlers())) {
      try {
        this.#session.setActionHandler(action as MediaSessionAction, on ? handler : null);
      } catch {
        // Browsers throw for an action that they do not support.
      }
    }
  }
}

function nameOfSite(): string {
  const named = document.querySelector<HTMLMetaElement>(
    'meta[property="og:site_name"], meta[name="application-name"]',
  );
  return named?.content || location.hostname;
}

function icons(): MediaImage[] {
  const links = document.querySelectorAll<HTMLLinkElement>(
    'link[rel~="apple-touch-icon"], link[rel~="icon"]',
  );
  return [...links].map(({ href, type, sizes }) => ({ src: href, type, sizes: sizes.value }));
}
