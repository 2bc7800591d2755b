import type { Playback } from '../playback/playback.js';
import { DEFAULTS, type SettingName, type Settings } from '../settings/schema.js';
import { changedSettings, settings } from '../settings/store.js';

/** A player's own defaults, which apply until the listener chooses others. */
interface Player {
  readonly defaultPlaybackRate: number;
  readonly defaultVoice: string | null;
}

/**
 * Applies the listener's settings to a playback. Controls only write to the settings; this is the one place that passes
 * them on to the playback, so a choice applies to all players of a page. Others are read where they are used.
 */
export class AppliedSettings {
  readonly #player: Player;
  readonly #playback: Playback;
  #applied: Settings = DEFAULTS;

  constructor(player: Player, playback: Playback) {
    this.#player = player;
    this.#playback = playback;
  }

  /**
   * Applies settings, also if they are the same as before: the page may have changed the playback since.
   *
   * @param chosen the settings that were chosen just now; by default those that differ from what was applied last
   * @returns the names of the settings that were applied
   */
  apply(chosen?: ReadonlySet<SettingName>): ReadonlySet<SettingName> {
    const names = chosen ?? changedSettings(this.#applied, settings.current);
    this.#applied = settings.current;
    const actions = new Set([...names].map((name) => this.#actions[name]));
    for (const action of actions) action?.(this.#applied);
    return names;
  }

  /** @param before the properties of the player that have changed, with their values before */
  defaultsChanged(before: ReadonlyMap<PropertyKey, unknown>): void {
    const { defaultPlaybackRate, defaultVoice } = this.#player;
    if (before.has('defaultVoice') && settings.current.voice === null)
      this.#playback.voice = defaultVoice;
    const rateBefore = before.get('defaultPlaybackRate') ?? 1;
    const isOtherRate = before.has('defaultPlaybackRate') && defaultPlaybackRate !== rateBefore;
    if (isOtherRate && settings.current.rate === null) this.#applyDefaultRate();
  }

  readonly #narrate = () => void this.#renewNarration();

  /** The effects of settings on the playback. Settings without an entry are read when they are needed. */
  readonly #actions: Partial<Record<SettingName, (settings: Settings) => void>> = {
    rate: ({ rate }) => {
      if (rate === null) this.#applyDefaultRate();
      else this.#playback.playbackRate = rate;
    },
    volume: ({ volume }) => (this.#playback.volume = volume),
    muted: ({ muted }) => (this.#playback.muted = muted),
    voice: ({ voice }) => (this.#playback.voice = voice?.voiceURI ?? this.#player.defaultVoice),
    allowed: () => this.#playback.consentChanged(),
    pauses: ({ pauses }) => (this.#playback.pauses = pauses),
    headings: this.#narrate,
    captions: this.#narrate,
    images: this.#narrate,
    announce: this.#narrate,
  };

  async #renewNarration(): Promise<void> {
    const narration = this.#playback.track?.narration;
    if (!narration) return;
    const { renewNarration } = await import('../playback/page-recovery.js');
    // One that was made since then is up to date.
    if (this.#playback.track?.narration === narration) await renewNarration(this.#playback);
  }

  #applyDefaultRate(): void {
    try {
      this.#playback.playbackRate = this.#player.defaultPlaybackRate;
    } catch (error) {
      console.error('<vorleser-player playbackrate>', error);
    }
  }
}
