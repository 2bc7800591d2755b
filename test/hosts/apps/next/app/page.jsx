import { VorleserPlayer } from './player';

export default function Page() {
  return (
    <>
      <VorleserPlayer for="story" engines="embedded" />
      <article id="story">
        <p>Der erste Satz. Der zweite folgt. Und der dritte.</p>
      </article>
    </>
  );
}
