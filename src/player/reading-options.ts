import { loadModule } from '../console/load-module.js';
import { interfaceLanguage } from '../locales/locales.js';
import { loadPanelMessages } from '../locales/panels/load-panel-messages.js';
import type { EngineSource } from '../playback/engine-choice.js';
import type { LexiconSource } from '../playback/load-lexicon.js';
import type { SpeechOptions } from '../playback/playback-options.js';
import type { Playback } from '../playback/playback.js';
import { settings } from '../settings/store.js';
import { azureMaker, engineMaker, recordingMaker, serverMaker } from '../speech/engines.js';
import { recordingIn } from '../speech/recording/recording-in.js';

export { narrationFor } from '../page/article-narration.js';
export { savePosition } from '../page/article-position.js';

/** What a player's speech depends on. */
interface Player extends Element {
  /** The names of the engines, separated by spaces. */
  readonly engines: string;
  readonly lexicon: LexiconSource;
  readonly tokenUrl: string;
  readonly server: string;
}

/**
 * The options of a player for its engines and voices.
 *
 * @param language returns the language of the interface, BCP 47
 */
export function speechOptions(
  player: Player,
  playback: Playback,
  language: () => string,
): SpeechOptions {
  const sources = new EngineSources(player);
  return {
    engines: () => sources.all,
    lexicon: () => player.lexicon,
    announces: () => settings.current.announce ?? player.hasAttribute('announce'),
    allows: (recipient) => settings.current.allowed[recipient],
    allow: (recipient, allowed) =>
      settings.choose({ allowed: { ...settings.current.allowed, [recipient]: allowed } }),
    loadQuestion: () =>
      Promise.all([
        loadModule(import('./listening-elements.js'), 'VorleserConsent'),
        loadPanelMessages(language()),
      ]),
    onTiming: (timingOf) => {
      const narration = playback.track?.narration;
      if (narration) narration.timingOf = timingOf;
    },
    previewText: async (lang) => (await loadPanelMessages(interfaceLanguage(lang))).previewText,
    lang: () => playback.track?.narration?.lang ?? 'de',
    voiceTexts: () => loadPanelMessages(language()),
  };
}

/** The values by which the player configures an engine, and how to make the engine with them. */
interface Configuration {
  readonly values: readonly unknown[];
  makeSource(): EngineSource;
}

/** The engines that need an attribute or a child of the player; null without it. */
const CONFIGURED = new Map<string, (player: Player) => Configuration | null>([
  [
    'recording',
    (player) => {
      const audio = recordingIn(player);
      const values = [audio, audio?.querySelector('track')?.src];
      return audio && { values, makeSource: () => recordingMaker(audio) };
    },
  ],
  [
    'azure',
    ({ tokenUrl }) =>
      tokenUrl ? { values: [tokenUrl], makeSource: () => azureMaker({ tokenUrl }) } : null,
  ],
  [
    'server',
    ({ server }) => (server ? { values: [server], makeSource: () => serverMaker(server) } : null),
  ],
]);

/** How to make a player's engines. */
class EngineSources {
  readonly #player: Player;
  /** The configured ones, by engine, each with the values that it was made for. */
  readonly #configured = new Map<
    string,
    { readonly values: readonly unknown[]; readonly source: EngineSource }
  >();

  constructor(player: Player) {
    this.#player = player;
  }

  /** In the publisher's order, except that the engine of the listener's voice comes first. */
  get all(): EngineSource[] {
    const names = this.#player.engines.split(/\s+/);
    const chosen = settings.current.voice?.engine ?? '';
    if (names.includes(chosen)) names.unshift(chosen);
    return [...new Set(names)].flatMap(
      (name) => this.#configuredSource(name) ?? engineMaker(name) ?? [],
    );
  }

  /** The same until its configuration changes; undefined for other engines, and without one. */
  #configuredSource(name: string): EngineSource | undefined {
    const configuration = CONFIGURED.get(name)?.(this.#player);
    if (!configuration) return undefined;
    const { values } = configuration;
    const known = this.#configured.get(name);
    if (known && values.every((value, index) => value === known.values[index])) return known.source;
    const source = configuration.makeSource();
    this.#configured.set(name, { values, source });
    return source;
  }
}
