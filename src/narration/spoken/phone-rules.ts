import { pattern, type Rule } from './rule.js';

/** „030 123456“, „+49 30 1234-567“: DIN 5008; spoken digit by digit. */
export const phoneNumbers: Rule<'phones'> = {
  name: 'phones',
  pattern: pattern(
    '(?<![\\p{L}\\p{N}.,:/+-]|\\d\\s)(?:\\+\\s?\\d|\\(?0\\d|(?<=(?:Tel\\.|Telefon|Fax|Mobil|Handy|Hotline|Telefonnummer):?\\s)\\d\\d)',
    '\\d{0,12}\\)?(?:[\\s/–-]{1,3}\\(?\\d{1,8}\\)?|(?<=\\))\\d{1,8}){0,7}(?![\\p{L}\\p{N}]|[.,:]\\d)',
  ),
  spokenForm: ([number], { before }) => {
    const digits = number.replace(/\D/g, '').length;
    const isNamed = /(?:Tel|Telefon|Fax|Mobil|Handy|Hotline|nummer)[.:]*\s*$/iu.test(before);
    if (digits < 6 || digits > 15 || !(isNamed || /^\+|\d[\s/–-]+\d|\)/.test(number)))
      return undefined;
    return number
      .replace(/\+\s?/, 'plus ')
      .replace(/\D+(?=\d)/gu, (separator) => (separator === 'plus ' ? separator : ', '))
      .replace(/[()]/g, '')
      .replace(/\d(?=\d)/g, '$& ')
      .replace(/^, /, '');
  },
};
