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

/** „DE89 3704 0044 0532 0130 00“: ISO 13616, in groups of four; „ISBN 978-3-16-148410-0“, „Konto 532013000“ */
export const accountNumbers: Rule<'phones'> = {
  name: 'phones',
  pattern: pattern(
    '(?<![\\p{L}\\p{N}])(?:[A-Z]{2}\\d{2}(?:\\s?[\\dA-Z]{4}){3,7}(?:\\s?[\\dA-Z]{1,3})?(?![\\p{L}\\p{N}])',
    '|97[89][\\s-]?\\d(?:[\\s-]?\\d){8}[\\s-]?[\\dX](?![\\p{L}\\p{N}-])',
    '|(?<=ISBN(?:-10)?:?\\s)\\d(?:[\\s-]?\\d){8}[\\s-]?[\\dX](?![\\p{L}\\p{N}-])',
    '|(?<=ISSN:?\\s)\\d{4}-\\d{3}[\\dX](?![\\p{L}\\p{N}-])',
    '|(?<=(?:[Kk]onto|Kontonummer|Kto\\.(?:-Nr\\.)?|BLZ|Bankleitzahl|[Kk]undennummer|Kundennr\\.|Vertragsnummer|Steuernummer|Steuer-ID|Sendungsnummer|Auftragsnummer|Rechnungsnummer|Spendenkonto|Matrikelnummer):?\\s(?:lautet\\s)?)\\d(?:[\\s/-]?\\d){4,19}(?![\\p{L}\\p{N}]|[.,]\\d))',
  ),
  spokenForm: ([number]) => {
    const groups = /[\s/-]/.test(number)
      ? number.split(/[\s/-]+/)
      : (number.match(/^[A-Z]/.test(number) ? /.{1,4}/g : /.{1,3}/g) ?? []);
    return groups.map((group) => [...group].join(' ')).join(', ');
  },
};
