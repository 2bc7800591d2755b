import { css, html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators/state.js';
import type { More } from '../locales/panels/panel-messages.js';
import { settings } from '../settings/settings.js';
import type { ListedVoice } from '../speech/listed-voices.js';
import { groupVoices } from '../speech/voice-groups.js';
import { voiceLabel } from '../speech/voice-name.js';
import { buttonStyle } from './shared/button-style.js';
import { LateController } from './shared/panel-controller.js';
import { fieldStyle } from './shared/field-style.js';
import { SettingsController } from './shared/settings-controller.js';
import type { VoiceList } from '../playback/available-voices.js';

/** Stands for the voice that was chosen where that is not there today. */
const ABSENT = 'absent';

/**
 * Chooses the voice of the player around it, which is remembered, and lets it be heard before.
 *
 * @csspart select - the native select
 * @csspart button - the native button
 * @csspart report - why no sample is heard
 */
export class VorleserVoiceSelect extends LitElement {
  static override styles = [
    buttonStyle,
    fieldStyle,
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
    `,
  ];

  @state() private failed = false;

  readonly #context = new LateController(this);
  #list: VoiceList | null = null;

  constructor() {
    super();
    new SettingsController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch(null);
  }

  override render() {
    const { more, playback } = this.#context;
    this.#watch(playback?.voiceList ?? null);
    if (!more) return nothing;
    const sampling = playback?.sampling != null;
    const voice = this.#voice;
    return html`<select part="select" aria-label=${more.voice} @change=${this.#onChange}>
        <option value="" .selected=${!settings.chosen.voice}>${more.bestVoice}</option>
        ${this.#options(more)}
      </select>
      <button
        part="button"
        type="button"
        aria-disabled=${voice ? 'false' : 'true'}
        @click=${this.#sample}
      >
        ${sampling ? more.endSample : more.hearSample}
      </button>
      <p part="report" role="status">${this.failed ? more.noSample : ''}</p>`;
  }

  #options(more: More) {
    const chosen = this.#chosen;
    const voices = this.#list?.voices ?? [];
    const absent = settings.chosen.voice && voices.length > 0 && !chosen;
    return html`${
      absent
        ? html`<option value=${ABSENT} .selected=${true}>${more.absentVoice}</option>`
        : nothing
    }
    ${groupVoices(voices, more).map(
      ({ label, voices: ofGroup }) =>
        html`<optgroup label=${label}>
          ${ofGroup.map(
            (voice) =>
              html`<option value=${keyOf(voice)} .selected=${voice === chosen}>
                ${voiceLabel(voice, more, label)}
              </option>`,
          )}
        </optgroup>`,
    )}`;
  }

  /** The voice that was chosen, where it is listed. */
  get #chosen(): ListedVoice | undefined {
    const { voice } = settings.chosen;
    return this.#list?.voices.find(
      ({ engine, voiceURI }) => engine === voice?.engine && voiceURI === voice.voiceURI,
    );
  }

  /** The voice that reads: the chosen one, the publisher's or the best. */
  get #voice(): ListedVoice | undefined {
    const voices = this.#list?.voices ?? [];
    const preferred = this.#context.playback?.voice;
    return this.#chosen ?? voices.find(({ voiceURI }) => voiceURI === preferred) ?? voices[0];
  }

  #watch(list: VoiceList | null): void {
    if (list === this.#list) return;
    this.#list?.removeEventListener('change', this.#onList);
    this.#list = list;
    list?.addEventListener('change', this.#onList);
  }

  readonly #onList = (): void => this.requestUpdate();

  #onChange(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const chosen = this.#list?.voices.find((voice) => keyOf(voice) === value);
    if (value === ABSENT) return;
    const voice = chosen && { engine: chosen.engine, voiceURI: chosen.voiceURI };
    settings.choose({ voice });
  }

  async #sample(): Promise<void> {
    const { playback } = this.#context;
    const voice = this.#voice;
    this.failed = false;
    if (playback?.sampling != null) playback.pause();
    else if (playback && voice)
      await playback.sample(voice).catch((error: unknown) => {
        this.failed = !(error instanceof DOMException && error.name === 'AbortError');
      });
  }
}

function keyOf({ engine, voiceURI }: ListedVoice): string {
  return `${engine} ${voiceURI}`;
}
