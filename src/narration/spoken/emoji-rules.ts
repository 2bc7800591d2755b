import { pattern, type Rule } from './rule.js';

/** The short names of the most frequent emoji in Unicode CLDR, locale „de“. */
const NAMES = `
😀 grinsendes Gesicht|😃 lachendes Gesicht|😄 lachendes Gesicht|😁 strahlendes Gesicht|😅 lachendes Gesicht mit Schweiß|😂 Freudentränen|🤣 lacht sich kaputt|🙂 lächelndes Gesicht|😊 lächelndes Gesicht|😉 zwinkerndes Gesicht|😍 verliebtes Gesicht|😎 cooles Gesicht|🤔 nachdenkliches Gesicht|🙄 augenrollendes Gesicht|😢 weinendes Gesicht|😭 heulendes Gesicht|😡 wütendes Gesicht|😱 entsetztes Gesicht|😴 schlafendes Gesicht|👍 Daumen hoch|👎 Daumen runter|👏 klatschende Hände|🙏 gefaltete Hände|💪 starker Arm|👋 winkende Hand|👉 Zeigefinger|❤ Herz|💔 gebrochenes Herz|🔥 Feuer|🎉 Konfetti|✨ Funken|⭐ Stern|🌍 Weltkugel|☀ Sonne|🌈 Regenbogen|🎄 Weihnachtsbaum|🎂 Geburtstagskuchen|🚀 Rakete|🚗 Auto|✅ Häkchen|❌ Kreuz|⚠ Warnung|❓ Fragezeichen|❗ Ausrufezeichen|☕ Kaffee|🏆 Pokal`;

const names = new Map<string, string>();
for (const entry of NAMES.trim().split('|')) {
  const [sign = '', ...words] = entry.split(' ');
  names.set(sign, words.join(' '));
}

const MODIFIED = '(?:[\\uFE0E\\uFE0F]|\\p{Emoji_Modifier})*';
const ONE = `(?:(?![©®™])\\p{Extended_Pictographic}|[©®™](?=\\uFE0F))${MODIFIED}(?:\\u200D\\p{Extended_Pictographic}${MODIFIED}){0,8}`;

/** An emoji of one or more code points, spoken once even if it is repeated. */
export const emoji: Rule<'emoji'> = {
  name: 'emoji',
  pattern: pattern(
    `(${ONE})(?:\\1)*|\\p{RI}{1,2}|[\\d#*]\\uFE0F?\\u20E3`,
    '|[\\u2500-\\u27BF\\u2B00-\\u2BFF\\uFE0E\\uFE0F\\u200D]+',
  ),
  spokenForm: ([found, sign = ''], { before, after }) => {
    if (/^\d/.test(found)) return found.charAt(0);
    const name = /\u200D/.test(sign) ? '' : names.get([...sign][0] ?? '');
    if (!name) return '';
    return (
      (/\S$/.test(before) ? ' ' : '') +
      name +
      (/^[\p{L}\p{N}]|^\p{Extended_Pictographic}/u.test(after) ? ' ' : '')
    );
  },
};
