// Buttons that copy: the code or the prompt they stand with, the page as Markdown, or the file of a profile; and anchors that copy the address of their section.
'use strict';
{
  // Where the clipboard is closed to us, the selection copies.
  const write = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = document.createElement('textarea');
      area.value = text;
      area.className = 'quiet';
      document.body.append(area);
      area.select();
      const isDone = document.execCommand('copy');
      area.remove();
      return isDone;
    }
  };

  let status;
  const announce = (text) => {
    if (!status) {
      status = document.createElement('p');
      status.className = 'quiet';
      status.setAttribute('role', 'status');
      document.body.append(status);
    }
    // The same text twice in a row is said twice only when it was gone between.
    status.textContent = '';
    setTimeout(() => (status.textContent = text), 50);
  };

  // A button says for two seconds what came of it. The style sheet leaves room for that, so that nothing moves.
  const timers = new WeakMap();
  const tell = (button, isDone) => {
    const text = isDone ? 'Copied' : 'Press Ctrl+C';
    announce(text);
    if (!timers.has(button)) button.dataset.label = button.textContent;
    button.textContent = text;
    clearTimeout(timers.get(button));
    timers.set(
      button,
      setTimeout(() => {
        button.textContent = button.dataset.label;
        timers.delete(button);
      }, 2000),
    );
  };

  const twin = () => document.querySelector('link[rel=alternate][type="text/markdown"]');
  const copyFile = async (button, address) => {
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(answer.statusText);
      tell(button, await write(await answer.text()));
    } catch {
      // From the disk nothing may be fetched: the Markdown is shown instead.
      location.href = address;
    }
  };

  document.addEventListener('click', async (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest('button.copy');
    if (button?.dataset.copy === 'page') return copyFile(button, twin().href);
    if (button?.dataset.copy === 'file') return copyFile(button, button.parentElement.querySelector('a').href);
    if (button) {
      const box = button.closest('figure, .prompt, .install');
      const code = box?.querySelector('pre') ?? box?.querySelector('code');
      if (code) tell(button, await write(code.textContent));
      return;
    }
    const anchor = event.target.closest('a.anchor');
    if (anchor && (await write(anchor.href))) announce('Link copied');
  });
}
