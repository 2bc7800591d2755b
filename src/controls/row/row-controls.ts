import { html, type TemplateResult } from 'lit';
import { report } from '../../console/report.js';
import type { Messages } from '../../locales/messages.js';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import type { Unit } from '../../narration/index.js';

/** A control that a player's row or its “More” can hold. */
interface RowControl {
  /** What it is called, for the button that pins it. */
  readonly name: (texts: Messages & PanelMessages) => string;
  readonly render: () => TemplateResult;
  /** How much room it takes in a row, in buttons; 1 unless it says so. */
  readonly room?: number;
}

/** By the names of the attribute `controls`, in the order of “More”. */
const CONTROLS = {
  rate: {
    name: ({ rate }) => rate,
    render: () => html`<vorleser-rate-select exportparts="select, label"></vorleser-rate-select>`,
  },
  voice: {
    name: ({ voice }) => voice,
    render: () =>
      html`<vorleser-voice-select brief exportparts="select, label"></vorleser-voice-select>`,
    room: 4,
  },
  stop: {
    name: ({ stop }) => stop,
    render: () =>
      html`<vorleser-stop-button
        exportparts="button, button:stop-button, label"
      ></vorleser-stop-button>`,
  },
  'previous-sentence': skip('previous', 'sentence', ({ previousSentence }) => previousSentence),
  'next-sentence': skip('next', 'sentence', ({ nextSentence }) => nextSentence),
  'previous-paragraph': skip('previous', 'paragraph', ({ previousParagraph }) => previousParagraph),
  'next-paragraph': skip('next', 'paragraph', ({ nextParagraph }) => nextParagraph),
  'previous-heading': skip('previous', 'heading', ({ previousHeading }) => previousHeading),
  'next-heading': skip('next', 'heading', ({ nextHeading }) => nextHeading),
  timeline: {
    name: ({ timeline }) => timeline,
    render: () =>
      html`<vorleser-time part="time" show="elapsed"></vorleser-time>
        <vorleser-timeline
          exportparts="slider, track, heard, mark, thumb, preview"
        ></vorleser-timeline>
        <vorleser-time part="time" show="remaining" brief></vorleser-time>`,
    // It shrinks before anything else has to.
    room: 0,
  },
  place: {
    name: ({ showCurrentSentence }) => showCurrentSentence,
    render: () =>
      html`<vorleser-place-button
        exportparts="button, button:place-button, label"
      ></vorleser-place-button>`,
  },
  link: {
    name: ({ copyLink }) => copyLink,
    render: () =>
      html`<vorleser-link-button
        exportparts="button, button:link-button, label, popup:link-popup, field:link-field"
      ></vorleser-link-button>`,
  },
  sleep: {
    name: ({ sleep }) => sleep,
    render: () => html`<vorleser-sleep-select exportparts="select, label"></vorleser-sleep-select>`,
    room: 4,
  },
  settings: {
    name: ({ settings }) => settings,
    render: () =>
      html`<vorleser-settings-button
        exportparts="button, button:settings-button, label"
      ></vorleser-settings-button>`,
  },
} satisfies Record<string, RowControl>;

/** The name of a control in the attribute `controls`. */
export type ControlName = keyof typeof CONTROLS;

export const CONTROL_NAMES = Object.keys(CONTROLS) as readonly ControlName[];

/** What the row holds unless the publisher chooses otherwise. */
export const DEFAULT_ROW: readonly ControlName[] = [
  'previous-sentence',
  'next-sentence',
  'timeline',
  'rate',
];

/** The parts of the row and of “More” that a page can style. */
export const ROW_PARTS = [
  'place',
  'time',
  'button',
  'label',
  'select',
  'skip-button',
  'back-button',
  'place-button',
  'stop-button',
  'settings-button',
  'play-button',
  'more-button',
  'more-panel',
  'arrange-button',
  'close-button',
  'pin-button',
  'link-button',
  'link-popup',
  'link-field',
  'slider',
  'track',
  'heard',
  'mark',
  'thumb',
  'preview',
];

/** The controls of some names, without those that do not exist. */
export function knownControls(names: readonly string[]): ControlName[] {
  return names.filter(isControl);
}

function isControl(name: string): name is ControlName {
  return Object.hasOwn(CONTROLS, name);
}

/** What the row of a player holds, by its attribute `controls`. Reports names in it that are not known. */
export function controlsOf(player: Element): readonly ControlName[] {
  const chosen = player.getAttribute('controls');
  if (chosen === null) return DEFAULT_ROW;
  const names = chosen.split(/\s+/).filter(Boolean);
  for (const name of names)
    if (!isControl(name))
      report(
        `<${player.localName} controls="${chosen}">: there is no control "${name}". The controls are ${CONTROL_NAMES.join(', ')}`,
      );
  return knownControls(names);
}

/** The first of some controls that fit into a room, in buttons. Smaller ones take the room that a larger one does not fit into. */
export function fitting(names: readonly ControlName[], room: number): ControlName[] {
  let left = room;
  return names.filter((name) => {
    const { room: needed = 1 }: RowControl = CONTROLS[name];
    if (needed > left) return false;
    left -= needed;
    return true;
  });
}

export function renderControl(name: ControlName): TemplateResult {
  return CONTROLS[name].render();
}

export function nameOfControl(name: ControlName, texts: Messages & PanelMessages): string {
  return CONTROLS[name].name(texts);
}

function skip(direction: 'previous' | 'next', unit: Unit, name: RowControl['name']): RowControl {
  return {
    name,
    render: () =>
      html`<vorleser-skip-button
        direction=${direction}
        unit=${unit}
        exportparts="button, button:skip-button, label"
      ></vorleser-skip-button>`,
  };
}
