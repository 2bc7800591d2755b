import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'vorleser/define';
import 'vorleser-espeak-ng';

function Story() {
  return (
    <>
      <vorleser-player for="story" engines="embedded" />
      <article id="story">
        <p>Der erste Satz. Der zweite folgt. Und der dritte.</p>
      </article>
    </>
  );
}

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <Story />
  </StrictMode>,
);
