import { css, html, LitElement, nothing } from 'lit';
import type { PanelMessages } from '../locales/panels/panel-messages.js';
import type { RecordingDetails } from '../recording/recording.js';
import { recordingFile } from '../speech/recording/recording-file.js';
import { recordingIn } from '../speech/recording/recording-in.js';
import { ChangeController } from './shared/change-controller.js';
import { closestPlayer } from './shared/closest-player.js';
import { defineElements } from './shared/define-elements.js';
import { exportParts } from './shared/export-parts.js';
import { PanelMessagesController } from './shared/panel-messages-controller.js';

/**
 * Shows who has read the recording of the article, or that a computer's voice reads, and a link to download the recording
 * where the page allows it (`data-download` on its `<audio>`). Shows nothing for an article without a recording.
 *
 * @csspart recording - the line
 * @csspart download - the link
 */
export class VorleserRecording extends LitElement {
  static override properties = { brief: { type: Boolean } };

  static override styles = css`
    :host {
      display: block;
      unicode-bidi: plaintext;
    }
    :host([brief]) {
      display: inline;
    }
    a {
      color: inherit;
      text-underline-offset: 0.2em;
    }
    a:focus-visible {
      outline: 3px solid var(--vorleser-focus-color, currentcolor);
    }
  `;

  /** Whether it is only the name, in a line with other text. */
  brief = false;

  readonly #context = new PanelMessagesController(this);
  readonly #reading = new ChangeController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, ['recording', 'download']);
  }

  override render() {
    const { panel, playback } = this.#context;
    const player = closestPlayer(this);
    const audio = player && recordingIn(player);
    const file = audio && recordingFile(audio);
    this.#reading.source = file;
    if (!panel || !file) return nothing;
    const isLive = (playback?.engine ?? 'recording') !== 'recording';
    const text = isLive ? panel.computerVoice() : reader(file.details, panel);
    const source = this.brief ? null : downloadOf(audio);
    return html`<span part="recording"
      >${text}${
        source
          ? html` ·
              <a part="download" href=${source} download=${audio.dataset.download ?? ''}
                >${panel.downloadRecording}</a
              >`
          : nothing
      }</span
    >`;
  }
}

/** Who has read it, as far as that is known. */
function reader({ reader, readBy }: RecordingDetails, panel: PanelMessages): string {
  if (reader === 'computer') return panel.computerVoice(readBy);
  if (readBy) return panel.readBy(readBy);
  return reader === 'person' ? panel.readByPerson : panel.recording;
}

/** The address of the file that a listener may download, of those that the browser plays; null where the page does not allow it. */
function downloadOf(audio: HTMLAudioElement): string | null {
  const { dataset, controlsList } = audio as HTMLAudioElement & { controlsList?: DOMTokenList };
  const forbidden = controlsList
    ? controlsList.contains('nodownload')
    : /\bnodownload\b/.test(audio.getAttribute('controlslist') ?? '');
  if (dataset.download === undefined || forbidden) return null;
  const sources = [...audio.querySelectorAll('source')];
  const played = sources.find(({ type }) => audio.canPlayType(type)) ?? sources[0];
  return (audio.currentSrc || audio.src || played?.src) ?? null;
}

export function defineRecording(): void {
  defineElements({ 'vorleser-recording': VorleserRecording });
}

declare global {
  interface HTMLElementTagNameMap {
    'vorleser-recording': VorleserRecording;
  }
}
