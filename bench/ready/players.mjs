/**
 * The players that `bench/ready.mjs` compares, each embedded as its documentation says. Nothing of the peers is part of this repository:
 * the benchmark installs them.
 */

/** The packages of the peers. */
export const PACKAGES = [
  'plyr@3.8.4',
  'media-chrome@4.19.4',
  'vidstack@1.15.6',
  'react-text-to-speech@5.1.10',
  'react@19.3.1',
  'react-dom@19.3.1',
];

/** The recording that the players of recordings play. */
export const RECORDING = 'recording.wav';

/**
 * @typedef {object} Player
 * @property {string} html stands before the article
 * @property {string} [head] what the documentation puts into the head
 * @property {string} [end] what it puts after the article
 * @property {string} [module] a module that Vite bundles for production
 * @property {string[]} [files] of its package, served beside the page
 * @property {string[]} button the path to the play button: a selector for each tree, from the document through open shadow roots
 * @property {string} [listens] the ancestor that listens for presses of the button; by default the button does
 * @property {() => boolean} plays runs in the page: whether a press had its effect
 */

const playsRecording = () => {
  const audio = document.querySelector('audio');
  return audio !== null && !audio.paused;
};

/** What every player is compared with: a module that defines an element with a button, without a library. */
export const bareScript = `customElements.define('bare-player', class extends HTMLElement {
  connectedCallback() {
    this.attachShadow({ mode: 'open' }).innerHTML = '<button type="button">Play</button>';
    this.shadowRoot.querySelector('button').addEventListener('click', () => (this.played = true));
  }
});`;

/** The name of the baseline among the players. */
export const BASELINE = 'bare custom element';

/** @type {Record<string, Player>} */
export const players = {
  [BASELINE]: {
    head: '<script type="module" src="bare.js"></script>',
    html: '<bare-player></bare-player>',
    button: ['bare-player', 'button'],
    plays: () => /** @type {any} */ (document.querySelector('bare-player')).played === true,
  },
  vorleser: {
    head: '<script type="module" src="/vorleser.js"></script>',
    html: '<vorleser-player></vorleser-player>',
    button: ['vorleser-player', 'vorleser-play-button', 'button'],
    plays: () => /** @type {any} */ (document.querySelector('vorleser-player')).paused === false,
  },
  // Its script loads the icons from its makers' host unless `iconUrl` names them.
  plyr: {
    head: '<link rel="stylesheet" href="plyr.css">',
    html: `<audio id="player" controls><source src="${RECORDING}" type="audio/wav"></audio>`,
    end: `<script src="plyr.min.js"></script>
      <script>const player = new Plyr('#player', { iconUrl: 'plyr.svg' });</script>`,
    files: ['plyr/dist/plyr.css', 'plyr/dist/plyr.min.js', 'plyr/dist/plyr.svg'],
    button: ['.plyr button[data-plyr="play"]'],
    plays: playsRecording,
  },
  'media-chrome': {
    html: `<media-controller audio>
      <audio slot="media" src="${RECORDING}"></audio>
      <media-control-bar>
        <media-play-button></media-play-button>
        <media-time-display showduration></media-time-display>
        <media-time-range></media-time-range>
        <media-playback-rate-button></media-playback-rate-button>
        <media-mute-button></media-mute-button>
        <media-volume-range></media-volume-range>
      </media-control-bar>
    </media-controller>`,
    module: `import 'media-chrome';`,
    button: ['media-play-button'],
    plays: playsRecording,
  },
  vidstack: {
    html: `<media-player title="Article" src="${RECORDING}">
      <media-provider></media-provider>
      <media-audio-layout></media-audio-layout>
    </media-player>`,
    module: `import 'vidstack/player/styles/default/theme.css';
      import 'vidstack/player/styles/default/layouts/audio.css';
      import 'vidstack/player';
      import 'vidstack/player/layouts/default';
      import 'vidstack/player/ui';`,
    button: ['media-player media-play-button'],
    plays: playsRecording,
  },
  // With its hook, since the buttons of its component cannot be focused and have no name. The page has the text, so `Text` is left out.
  'react-text-to-speech': {
    html: '<div id="root"></div>',
    module: `import { createElement } from 'react';
      import { createRoot } from 'react-dom/client';
      import { useSpeech } from 'react-text-to-speech';
      const { textContent } = document.querySelector('article');
      function App() {
        const { speechStatus, start, pause, stop } = useSpeech({ text: textContent, stableText: true });
        const toggle = speechStatus !== 'started'
          ? createElement('button', { onClick: start }, 'Start')
          : createElement('button', { onClick: pause }, 'Pause');
        return createElement('div', null, toggle, createElement('button', { onClick: stop }, 'Stop'));
      }
      createRoot(document.querySelector('#root')).render(createElement(App));`,
    button: ['#root button'],
    listens: '#root',
    plays: () => /** @type {any} */ (window).spoken === true,
  },
};
