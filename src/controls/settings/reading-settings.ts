import { html, nothing, type TemplateResult } from 'lit';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import type { Sleep } from '../../playback/playback-options.js';
import type { Playback } from '../../playback/playback.js';
import type { Settings } from '../../settings/schema.js';
import { QUEUE, settings } from '../../settings/store.js';
import { sleepChoices } from '../shared/sleep-choices.js';
import { checkbox, choices, group, select } from './fields.js';

/** The content that is read, the announcements, when it pauses by itself, and where there are several articles, how it goes on. */
export function readingSettings(
  panel: PanelMessages,
  { pauses, stopAfter, headings, captions, images, announce, continues }: Settings,
  player: Element | null,
  playback: Playback | undefined,
): TemplateResult {
  const { short, normal, long } = panel.pauseLengths;
  const lengths = [
    [0.5, short],
    [1, normal],
    [2, long],
  ] as const;
  const { off, sentence, paragraph } = panel.stopAfterChoices;
  const stops = [
    ['off', off],
    ['sentence', sentence],
    ['paragraph', paragraph],
  ] as const;
  return group(
    panel.reading,
    html`${select<number>(panel.pauses, lengths, pauses, (chosen) => settings.choose({ pauses: chosen }))}
    ${select<Settings['stopAfter']>(panel.stopAfter, stops, stopAfter, (chosen) => settings.choose({ stopAfter: chosen }))}
    ${sleepSetting(panel, playback)}
    ${choices(panel.alsoReadAloud, [
      checkbox(panel.headings, headings, (chosen) => settings.choose({ headings: chosen })),
      checkbox(panel.captions, captions, (chosen) => settings.choose({ captions: chosen })),
      checkbox(panel.images, images, (chosen) => settings.choose({ images: chosen })),
    ])}
    ${checkbox(panel.announce, announce ?? player?.hasAttribute('announce') ?? false, (chosen) =>
      settings.choose({ announce: chosen }),
    )}
    ${
      player?.hasAttribute('next-article') || settings.kept(QUEUE)
        ? checkbox(panel.continues, continues, (chosen) => settings.choose({ continues: chosen }))
        : nothing
    }`,
  );
}

/** Not stored: a sleep timer is for one evening. */
function sleepSetting(panel: PanelMessages, playback: Playback | undefined): TemplateResult {
  return select<Sleep>(panel.sleep, sleepChoices(panel), playback?.sleep ?? null, (sleep) => {
    if (playback) playback.sleep = sleep;
  });
}
