import { html, type TemplateResult } from 'lit';
import type { More } from '../../locales/panels/panel-messages.js';
import type { Playback } from '../../playback/playback.js';
import { type Settings, settings } from '../../settings/settings.js';
import { inWords } from '../shared/format-duration.js';
import { choice, group, list, tick } from './fields.js';

/** How many minutes a listener may fall asleep in. */
const MINUTES = [5, 15, 30, 60];

/** What is read of the article, with which pauses, and how long. */
export function readingSettings(
  more: More,
  { pauses = 1, headings = true, captions = true, images = false }: Settings,
  playback: Playback | undefined,
): TemplateResult {
  const { short, normal, long } = more.pauseLengths;
  const lengths = [
    [0.5, short],
    [1, normal],
    [2, long],
  ] as const;
  return group(
    more.reading,
    html`${choice<number>(more.pauses, lengths, pauses, (chosen) => settings.choose({ pauses: chosen }))}
    ${sleepSetting(more, playback)}
    ${list(more.alsoRead, [
      tick(more.headings, headings, (chosen) => settings.choose({ headings: chosen })),
      tick(more.captions, captions, (chosen) => settings.choose({ captions: chosen })),
      tick(more.images, images, (chosen) => settings.choose({ images: chosen })),
    ])}`,
  );
}

/** It holds for this evening only, so it is not remembered. */
function sleepSetting(more: More, playback: Playback | undefined): TemplateResult {
  const times: readonly (readonly [Playback['sleep'], string])[] = [
    [null, more.sleepNever],
    ['section', more.sleepSection],
    ...MINUTES.map((count) => [count, inWords(60 * count, more.lang)] as const),
  ];
  return choice(more.sleep, times, playback?.sleep ?? null, (sleep) => {
    if (playback) playback.sleep = sleep;
  });
}
