import type { Messages } from './messages.js';

export const it: Messages = {
  lang: 'it',
  player: 'Lettura ad alta voce',
  skip: 'Salta il lettore',
  play: 'Ascolta l’articolo',
  pause: 'Pausa',
  resume: 'Continua l’ascolto',
  startOver: 'Ricomincia dall’inizio',
  readByComputer: 'Voce sintetica',
  more: 'Altro',
  stop: 'Termina la lettura',
  previousSentence: 'Frase precedente',
  nextSentence: 'Frase successiva',
  previousParagraph: 'Paragrafo precedente',
  nextParagraph: 'Paragrafo successivo',
  previousHeading: 'Titolo precedente',
  nextHeading: 'Titolo successivo',
  undoSeek: (sentence) => (sentence ? `Torna a: ${quote(sentence)}` : 'Annulla l’ultimo salto'),
  showCurrentSentence: 'Vai alla frase in lettura',
  rate: 'Velocità',
  times: (rate) => `${rate}×`,
  mute: 'Disattiva l’audio',
  unmute: 'Riattiva l’audio',
  soundIsOff: 'L’audio è disattivato',
  settings: 'Impostazioni',
  timeline: 'Posizione nell’articolo',
  position: (paragraph, paragraphs) => `Paragrafo ${paragraph} di ${paragraphs}`,
  remaining: (time) => `ancora ${time}`,
  about: (time) => `circa ${time}`,
  elapsed: (time) => `${time} di ascolto`,
  resumesFrom: (sentence) => `Riprende da: ${quote(sentence)}`,
  loadingVoice: 'Caricamento della voce…',
  percent: (share) => `${Math.round(share * 100)}%`,
  silent: 'L’articolo non può essere letto: non è stato possibile caricare una voce. Riprova.',
  noVoice:
    'L’articolo non può essere letto: su questo dispositivo non è installata una voce per la sua lingua.',
  filesMissing: 'L’articolo non può essere letto: mancano parti del lettore. Ricarica la pagina.',
  notAllowed: 'L’articolo non può essere letto: questa pagina non lo consente.',
  settingsFailed: 'Non è possibile caricare le impostazioni in questo momento. Riprova.',
  blocked: 'Il browser ha bloccato l’audio. Premi di nuovo «Ascolta l’articolo».',
  empty: 'Qui non c’è alcun testo da leggere.',
  gone: 'L’articolo non è più nella pagina. La lettura è terminata.',

  paused: 'In pausa',
  ended: 'Fine dell’articolo',
};

function quote(sentence: string): string {
  return `«${sentence}»`;
}
