/** What every page of the site does: code can be copied, and the frames of examples are as high as what is in them. */

const german = document.documentElement.lang === 'de';
const words = german ? { copy: 'Kopieren', copied: 'Kopiert' } : { copy: 'Copy', copied: 'Copied' };

/** How long a button says that it has copied, in milliseconds. */
const SAID = 2000;

for (const block of document.querySelectorAll('pre')) addCopyButton(block);
for (const frame of document.querySelectorAll('iframe')) fit(frame);

function addCopyButton(block: HTMLElement): void {
  if (!navigator.clipboard) return;
  const text = block.textContent;
  const button = document.createElement('button');
  button.className = 'copy';
  button.textContent = words.copy;
  button.ariaLive = 'polite';
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(text).then(
      () => {
        button.textContent = words.copied;
        setTimeout(() => (button.textContent = words.copy), SAID);
      },
      // The browser refuses it: the text is ready to be copied by hand.
      () => getSelection()?.selectAllChildren(block),
    );
  });
  const box = document.createElement('div');
  box.className = 'code';
  block.replaceWith(box);
  box.append(block, button);
}

/** Makes a frame as high as its content, so that only the page scrolls. */
function fit(frame: HTMLIFrameElement): void {
  const watch = () => {
    const content = frame.contentDocument?.querySelector('#example');
    if (!content) return;
    new ResizeObserver(() => {
      frame.style.height = `${Math.ceil(content.getBoundingClientRect().height)}px`;
    }).observe(content);
  };
  frame.addEventListener('load', watch);
  if (frame.contentDocument?.readyState === 'complete') watch();
}
