/**
 * Writes text of other scripts so that a German voice says it about as it sounds.
 *
 * Cyrillic and Greek follow the transcriptions of Duden, „Die deutsche Rechtschreibung“; Korean and Japanese follow the Revised
 * Romanization and Hepburn, with German letters for the sounds. Hebrew and Arabic are written without short vowels, so an „a“ is
 * put between consonants that cannot be said together. Other scripts are named, because their sounds cannot be derived from the
 * letters, or only with a large dictionary.
 */
export function transliterate(text: string): string {
  let named = '';
  return text
    .normalize('NFC')
    .replace(WORD, (word) => {
      const say = transliterateWord(word);
      // „東京 大阪“: the script is named once.
      const isRepeated = say === named;
      named = /Schriftzeichen$/.test(say) ? say : '';
      return isRepeated && named ? '' : say;
    })
    .trim();
}

const WORD = /[\p{L}\p{M}ー'’]+/gu;

function transliterateWord(word: string): string {
  if (/^\p{sc=Cyrillic}/u.test(word)) return cased(word, cyrillic);
  if (/^\p{sc=Greek}/u.test(word)) return cased(word, greek);
  const plain = word.replace(/\p{M}/gu, '');
  if (/^\p{sc=Hebrew}/u.test(word)) return withVowels([...plain].map(hebrew));
  if (/^\p{sc=Arabic}/u.test(word)) return withVowels([...plain].map(arabic));
  if (/^\p{sc=Georgian}/u.test(word)) return spell(word, GEORGIAN);
  if (/^[가-힣]+$/u.test(word)) return [...word].map(hangul).join('');
  if (/^[\p{sc=Hiragana}\p{sc=Katakana}ー]+$/u.test(word)) return kana(word);
  return `${nameOf(word)} Schriftzeichen`;
}

/** „а=a“: a table of letters. */
function tableOf(entries: string): Map<string, string> {
  return new Map(entries.split(' ').map((entry) => entry.split('=') as [string, string]));
}

function spell(word: string, table: Map<string, string>): string {
  return [...word].map((letter) => table.get(letter) ?? '').join('');
}

/** Transliterates in lower case and keeps a capital at the beginning; spells acronyms: „СССР“. */
function cased(word: string, say: (word: string) => string): string {
  if (/^\p{Lu}{2,5}$/u.test(word))
    return [...word].map((letter) => say(letter.toLowerCase()).toUpperCase()).join(' ');
  const said = say(word.toLowerCase());
  return /^\p{Lu}/u.test(word) ? said.charAt(0).toUpperCase() + said.slice(1) : said;
}

const CYRILLIC = tableOf(
  'а=a б=b в=w г=g ґ=g д=d ђ=dj ѓ=gj е=e ё=jo є=je ж=sch з=s и=i і=i ї=ji й=i ј=j к=k ќ=kj л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=tsch у=u ў=u ф=f х=ch ц=z ч=tsch џ=dsch ш=sch щ=schtsch ъ= ы=y ь= э=e ю=ju я=ja ә=ä ғ=gh қ=k ң=ng ө=ö ұ=u ү=ü һ=h ѕ=ds ѣ=e ѳ=f',
);
const UKRAINIAN = new Map([...CYRILLIC, ['г', 'h'], ['и', 'y']]);

function cyrillic(word: string): string {
  const soft = word
    .replace(/(?<=[жчшщ])ё/gu, 'о')
    .replace(/(?<=^|[аеёиоуыэюяіїєьъ])е/gu, 'је')
    .replace(/(?<=[иы])й$/u, '');
  return spell(
    soft.replace(/(?<=[аеёиоуыэюя])с(?=[аеёиоуыэюя])/gu, 'сс'),
    /[іїєґ]/u.test(word) ? UKRAINIAN : CYRILLIC,
  );
}

const GREEK = tableOf(
  'α=a β=w γ=g δ=d ε=e ζ=s η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=ch ψ=ps ω=o',
);
const GREEK_NAMES = tableOf(
  'α=Alpha β=Beta γ=Gamma δ=Delta ε=Epsilon ϵ=Epsilon ζ=Zeta η=Eta θ=Theta ϑ=Theta ι=Iota κ=Kappa λ=Lambda μ=My ν=Ny ξ=Xi ο=Omikron π=Pi ρ=Rho σ=Sigma ς=Sigma τ=Tau υ=Ypsilon φ=Phi ϕ=Phi χ=Chi ψ=Psi ω=Omega',
);

const GREEK_PAIRS: readonly [RegExp, string][] = [
  [/ου/gu, 'u'],
  [/αι/gu, 'e'],
  [/[εο]ι/gu, 'i'],
  [/([αε])υ(?=[βγδζλμνραεηιουω])/gu, '$1w'],
  [/([αε])υ/gu, '$1f'],
  [/^μπ/gu, 'b'],
  [/μπ/gu, 'mb'],
  [/^ντ/gu, 'd'],
  [/^γκ/gu, 'g'],
  [/γ[γκ]/gu, 'ng'],
];

function greek(word: string): string {
  const letters = word.normalize('NFD').replace(/\p{M}/gu, '');
  const name = GREEK_NAMES.get(letters);
  if (name) return name;
  let said = letters;
  for (const [pair, sound] of GREEK_PAIRS) said = said.replace(pair, sound);
  return [...said].map((letter) => GREEK.get(letter) ?? letter).join('');
}

const HEBREW = tableOf(
  'א=a ב=b ג=g ד=d ה=h ז=s ח=ch ט=t כ=k ך=ch ל=l מ=m ם=m נ=n ן=n ס=s ע=a פ=p ף=f צ=z ץ=z ק=k ר=r ש=sch ת=t',
);

function hebrew(letter: string, at: number, letters: string[]): string {
  if (letter === 'ו') return at === 0 ? 'w' : 'o';
  if (letter === 'י') return at === 0 ? 'j' : 'i';
  // Silent at the end: „תורה“
  if (letter === 'ה' && at === letters.length - 1) return 'a';
  return HEBREW.get(letter) ?? '';
}

const ARABIC = tableOf(
  'ا=a أ=a إ=i آ=a ب=b ت=t ث=th ج=dsch ح=h خ=ch د=d ذ=d ر=r ز=s س=s ش=sch ص=s ض=d ط=t ظ=s ع=a غ=gh ف=f ق=k ك=k ل=l م=m ن=n ه=h ى=a ة=a ء= ئ= ؤ= پ=p چ=tsch ژ=sch گ=g ک=k ی=i',
);

function arabic(letter: string, at: number): string {
  if (letter === 'و') return at === 0 ? 'w' : 'u';
  if (letter === 'ي') return at === 0 ? 'j' : 'i';
  return ARABIC.get(letter) ?? '';
}

/** Puts an „a“ between two consonants at the beginning, and between the second and the third one in a row. */
function withVowels(sounds: string[]): string {
  let said = '';
  let consonants = 1;
  const heard = sounds.filter(Boolean);
  for (const [at, sound] of heard.entries()) {
    const isVowel = /^[aiou]/.test(sound);
    consonants = isVowel ? 0 : consonants + 1;
    // A vowel letter that is written next to another is not said twice.
    if (!(isVowel && said.endsWith(sound))) said += sound;
    const next = heard[at + 1];
    if (consonants > 1 && next && !/^[aiou]/.test(next)) {
      said += 'a';
      consonants = 0;
    }
  }
  return said;
}

const GEORGIAN = tableOf(
  'ა=a ბ=b გ=g დ=d ე=e ვ=w ზ=s თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=sch რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=k შ=sch ჩ=tsch ც=z ძ=ds წ=z ჭ=tsch ხ=ch ჯ=dsch ჰ=h',
);

const INITIALS = 'g k n d t r m b p s s . dsch tsch tsch k t p h'.split(' ');
const VOWELS = 'a ä ja jä o e jo je o wa wä ö jo u wo we wi ju u ui i'.split(' ');
const FINALS = '. k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

/** @see https://www.unicode.org/versions/latest/core-spec/chapter-3/#G24646 */
function hangul(syllable: string): string {
  const index = syllable.charCodeAt(0) - 0xac00;
  const [initial = '', vowel = '', final = ''] = [
    INITIALS[Math.floor(index / 588)],
    VOWELS[Math.floor((index % 588) / 28)],
    FINALS[index % 28],
  ];
  return `${initial}${vowel}${final}`.replaceAll('.', '');
}

/** From U+3041 on. */
const KANA =
  'a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa sa schi dschi su su se se so so ta da tschi dschi - zu zu te de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ja ja ju ju jo jo ra ri ru re ro wa wa i e o n wu ka ke'.split(
    ' ',
  );

function kana(word: string): string {
  let said = '';
  for (const letter of word) {
    const code = letter.charCodeAt(0);
    const syllable = KANA[code - (code > 0x30a0 ? 0x30a1 : 0x3041)] ?? '';
    // „きょ“ is „kjo“, „しょ“ is „scho“, „ファ“ is „fa“.
    if (/[ゃゅょャュョ]/u.test(letter))
      said = said.replace(/i$/, '') + (/schi$/.test(said) ? syllable.slice(1) : syllable);
    else if (/[ぁぃぅぇぉァィゥェォ]/u.test(letter)) said = said.replace(/[aeiou]$/, '') + syllable;
    else if (syllable !== '-') said += syllable;
  }
  return said;
}

/** Adjectives by script; others are only „fremde“. */
const NAMES: readonly [RegExp, string][] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/u, 'japanische'],
  [/\p{sc=Han}/u, 'chinesische'],
  [/\p{sc=Hangul}/u, 'koreanische'],
  [/\p{sc=Thai}/u, 'thailändische'],
  [/\p{sc=Armenian}/u, 'armenische'],
  [/\p{sc=Ethiopic}/u, 'äthiopische'],
  [/\p{sc=Khmer}/u, 'kambodschanische'],
  [/\p{sc=Myanmar}/u, 'birmanische'],
  [/\p{sc=Tibetan}/u, 'tibetische'],
  [/\p{sc=Bengali}/u, 'bengalische'],
  [/\p{sc=Tamil}/u, 'tamilische'],
  [
    /[\p{sc=Devanagari}\p{sc=Gujarati}\p{sc=Gurmukhi}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}]/u,
    'indische',
  ],
];

function nameOf(word: string): string {
  return NAMES.find(([script]) => script.test(word))?.[1] ?? 'fremde';
}
