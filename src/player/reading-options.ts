import { loadModule } from '../console/load-module.js';
import { interfaceLanguage } from '../locales/locales.js';
import { loadPanelMessages } from '../locales/panels/load-panel-messages.js';
import type { EngineSource } from '../playback/engine-choice.js';
import type { LexiconSource } from '../playback/load-lexicon.js';
import type { SpeechOptions } from '../playback/playback-options.js';
import type { Track } from '../playback/track.js';
import { settings } from '../settings/store.js';
import { azureMaker, engineMaker, serverMaker } from '../speech/engines.js';

export { narrationFor, savePosition } from '../page/article-narration.js';

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
export function speechOptions(player: Player, track: Track, language: () => string): SpeechOptions {
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
    previewText: async (lang) => (await loadPanelMessages(interfaceLanguage(lang))).previewText,
    lang: () => track.narration?.lang ?? 'de',
    voiceTexts: () => loadPanelMessages(language()),
  };
}

/** The engines that an attribute of the player configures: its value, and how to make the engine with it. */
const CONFIGURED = new Map<
  string,
  { read(player: Player): string; makerOf(value: string): EngineSource }
>([
  ['azure', { read: ({ tokenUrl }) => tokenUrl, makerOf: (tokenUrl) => azureMaker({ tokenUrl }) }],
  ['server', { read: ({ server }) => server, makerOf: serverMaker }],
]);

/** How to make a player's engines. */
class EngineSources {
  readonly #player: Player;
  /** The configured ones, by engine, each with the value that it was made for. */
  readonly #configured = new Map<
    string,
    { readonly value: string; readonly source: EngineSource }
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

  /** The same until the value of its attribute changes; undefined for other engines, and without a value. */
  #configuredSource(name: string): EngineSource | undefined {
    const engine = CONFIGURED.get(name);
    const value = engine?.read(this.#player);
    if (!engine || !value) return undefined;
    const known = this.#configured.get(name);
    if (known?.value === value) return known.source;
    const source = engine.makerOf(value);
    this.#configured.set(name, { value, source });
    return source;
  }
}
