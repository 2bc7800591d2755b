/** React 19 in strict TypeScript: tags, the component, references and events without a cast. */
import { useRef, useState } from 'react';
import { VorleserPlayer } from 'vorleser/react';
import type { VorleserPlayer as Player, Word } from 'vorleser';

export function Page() {
  const player = useRef<Player>(null);
  const [word, setWord] = useState<Word | null>(null);
  const [article, setArticle] = useState<HTMLElement | null>(null);
  return (
    <>
      <article id="story" ref={setArticle} />
      <vorleser-player
        ref={player}
        for="story"
        className="player"
        style={{ inlineSize: '100%' }}
        lang="de"
        data-section="news"
        aria-description="Artikel"
        engines="recording embedded"
        lexicon={{ Xi: 'Schi' }}
        playbackrate={1.25}
        defaultVoice={null}
        article={article}
        muted
        onboundary={(event) => {
          setWord(event.detail);
          event.currentTarget.pause();
        }}
        onplay={() => console.log(player.current?.paused)}
        onClick={(event) => console.log(event.currentTarget.cues.length)}
        key="player"
      >
        <vorleser-play-button slot="" />
        <vorleser-skip-button direction="previous" unit="paragraph" />
        <vorleser-time show="remaining" hidden />
        <vorleser-timeline part="timeline" />
        <vorleser-status />
      </vorleser-player>
      <vorleser-player playbackrate="1.5" for={null} tokenurl="/token" skip=".teaser" />
      <vorleser-player controls="timeline rate" next-article="/next" statistics announce="" />
      <vorleser-article article-id="story" article={null} />
      <VorleserPlayer
        ref={player}
        for="story"
        lexicon="/lexicon.pls"
        defaultVoice="eSpeak"
        onboundary={({ detail }) => setWord(detail)}
      >
        <vorleser-play-button />
      </VorleserPlayer>
      {word?.start}
    </>
  );
}

export const wrong = [
  // @ts-expect-error Some frameworks would write the word false.
  <vorleser-player announce={false} />,
  // @ts-expect-error Not a string that is a number.
  <vorleser-player playbackrate="fast" />,
  // @ts-expect-error React calls onPlay on its own media only.
  <vorleser-player onPlay={() => undefined} />,
  // @ts-expect-error `voice` would be a choice of the listener here: defaultVoice.
  <vorleser-player voice="eSpeak" />,
  // @ts-expect-error It is read-only.
  <vorleser-player paused />,
  // @ts-expect-error There is no such attribute.
  <vorleser-player src="story.mp3" />,
  // @ts-expect-error A word has no text.
  <vorleser-player onboundary={(event) => event.detail.text} />,
  // @ts-expect-error There is no such unit.
  <vorleser-skip-button unit="chapter" />,
  // @ts-expect-error There is no such element.
  <vorleser-skip />,
  // @ts-expect-error Not a lexicon.
  <VorleserPlayer lexicon={3} />,
];
