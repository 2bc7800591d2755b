import { css, html, LitElement, nothing, svg } from 'lit';
import type { PanelMessages } from '../locales/panels/panel-messages.js';
import type { AvailableVoices } from '../playback/available-voices.js';
import { previewVoice } from '../playback/voice-preview.js';
import { settings } from '../settings/store.js';
import type { ListedVoice } from '../speech/listed-voices.js';
import { groupVoices } from '../speech/voice-groups.js';
import { voiceLabel } from '../speech/voice-label.js';
import { buttonStyle } from './shared/button-style.js';
import { icon } from './shared/icon.js';
import { namedFieldStyle } from './shared/named-field-style.js';
import { openList } from './shared/open-list.js';
import { PanelMessagesController } from './shared/panel-messages-controller.js';
import { fieldStyle } from './shared/field-style.js';
import { ChangeController } from './shared/change-controller.js';

const voiceIcon = icon(
  svg`<path d="M12 2a3 3 0 0 0-3 3v7a3 3 0 0 0 6 0V5a3 3 0 0 0-3-3Z" /><path d="M19 10v2a7 7 0 0 1-14 0v-2M12 19v3" />`,
);

/** The value of the option for a chosen voice that is not available today. */
const ABSENT = 'absent';

/**
 * Chooses the voice, which is stored and applies to all players of the page, and plays a preview of it. To choose a voice that
 * is marked as one from the internet is to allow that text is sent for it.
 *
 * @csspart field - the label around the select, where it is brief
 * @csspart label - its name there, visible where there is room
 * @csspart select - the native select
 * @csspart button - the native button
 * @csspart report - the message that a preview cannot be heard
 */
export class VorleserVoiceSelect extends LitElement {
  static override properties = { brief: { type: Boolean }, failed: { state: true } };

  static override styles = [
    buttonStyle,
    fieldStyle,
    namedFieldStyle,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        padding-block-end: 0.25rem;
      }
      select {
        flex: 999 1 12em;
      }
      button {
        flex: 1 0 auto;
        border-color: color-mix(in srgb, currentcolor 60%, transparent);
        padding-inline: 0.9em;
      }
      p {
        flex-basis: 100%;
        margin: 0;
      }
      p:empty {
        display: none;
      }
      [part='field'] select {
        flex: 0 1 auto;
        max-inline-size: 9em;
        border-color: transparent;
      }
      :host([brief]) {
        padding: 0;
      }
    `,
  ];

  /** Whether it is only the select, with its name, as in the row of controls. */
  brief = false;

  private failed = false;

  readonly #context = new PanelMessagesController(this);
  readonly #listing = new ChangeController(this);

  constructor() {
    super();
    this.addEventListener('click', openList);
    new ChangeController(this, settings);
  }

  override render() {
    const { panel, playback } = this.#context;
    this.#listing.source = this.#available;
    if (!panel) return nothing;
    if (this.brief)
      return html`<label part="field" title=${panel.voice}
        >${voiceIcon}<span part="label">${panel.voice}</span> ${this.#select(panel)}</label
      >`;
    const previewing = playback?.previewedVoice != null;
    const voice = this.#voice;
    return html`${this.#select(panel)}
      <button
        part="button"
        type="button"
        aria-disabled=${voice ? 'false' : 'true'}
        @click=${this.#togglePreview}
      >
        ${previewing ? panel.stopPreview : panel.playPreview}
      </button>
      <p part="report" role="status">${this.failed ? panel.previewFailed : ''}</p>`;
  }

  #select(panel: PanelMessages) {
    const isAutomatic = !settings.current.voice;
    // Named where it is the one that reads, and there is room.
    const best = isAutomatic && !this.brief ? this.#voice : undefined;
    const automatic = panel.bestVoice(best && voiceLabel(best, panel));
    return html`<select part="select" aria-label=${panel.voice} @change=${this.#onChange}>
      <option value="" .selected=${isAutomatic}>${automatic}</option>
      ${this.#options(panel)}
    </select>`;
  }

  #options(panel: PanelMessages) {
    const chosen = this.#chosen;
    const voices = this.#available?.voices ?? [];
    const absent = settings.current.voice && voices.length > 0 && !chosen;
    const groups = groupVoices(voices, panel);
    const names = groups.flatMap(({ label, voices: ofGroup }) =>
      ofGroup.map((voice) => voiceLabel(voice, panel, label)),
    );
    return html`${
      absent
        ? html`<option value=${ABSENT} .selected=${true}>${panel.absentVoice}</option>`
        : nothing
    }
    ${groups.map(
      ({ label, voices: ofGroup }) =>
        html`<optgroup label=${label}>
          ${ofGroup.map(
            (voice) =>
              html`<option value=${keyOf(voice)} .selected=${voice === chosen}>
                ${distinct(voiceLabel(voice, panel, label), names, label)}
              </option>`,
          )}
        </optgroup>`,
    )}`;
  }

  get #available(): AvailableVoices | null {
    return this.#context.playback?.availableVoices ?? null;
  }

  /** The voice that was chosen, if it is available. */
  get #chosen(): ListedVoice | undefined {
    const { voice } = settings.current;
    return this.#available?.voices.find(
      ({ engine, voiceURI }) => engine === voice?.engine && voiceURI === voice.voiceURI,
    );
  }

  /** The voice that reads: the chosen one, the publisher's or the best. */
  get #voice(): ListedVoice | undefined {
    const voices = this.#available?.voices ?? [];
    const preferred = this.#context.playback?.voice;
    const ofFirst = voices.filter(({ engine }) => engine === voices[0]?.engine);
    return (
      this.#chosen ??
      voices.find(({ voiceURI }) => voiceURI === preferred) ??
      // Of an engine's voices, those on the device come first, as in bestVoice().
      ofFirst.find(({ localService }) => localService) ??
      ofFirst[0]
    );
  }

  #onChange(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const chosen = this.#available?.voices.find((voice) => keyOf(voice) === value);
    if (value === ABSENT) return;
    const voice = chosen && { engine: chosen.engine, voiceURI: chosen.voiceURI };
    const { allowed } = settings.current;
    settings.choose({
      ...(chosen?.recipient && { allowed: { ...allowed, [chosen.recipient]: true } }),
      voice,
    });
  }

  async #togglePreview(): Promise<void> {
    const { playback } = this.#context;
    const voice = this.#voice;
    this.failed = false;
    if (playback?.previewedVoice != null) playback.pause();
    else if (playback && voice)
      await previewVoice(playback, voice, true).catch((error: unknown) => {
        this.failed = !(error instanceof DOMException && error.name === 'AbortError');
      });
  }
}

/** The name of a voice, with its group where another group has a voice of that name. */
function distinct(name: string, names: readonly string[], group: string): string {
  return names.filter((other) => other === name).length > 1 ? `${name} (${group})` : name;
}

function keyOf({ engine, voiceURI }: ListedVoice): string {
  return `${engine} ${voiceURI}`;
}
