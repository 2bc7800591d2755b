/** Without `vorleser/define`: the classes and their types alone. */
import { VorleserPlayer } from 'vorleser';

class NewsPlayer extends VorleserPlayer {
  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('boundary', ({ detail: { start, end } }) => console.log(start, end));
  }
}
customElements.define('news-player', NewsPlayer);

document.querySelector('vorleser-player')?.pause();
