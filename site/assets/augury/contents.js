// The entry of the section that is read is marked in the table of contents.
'use strict';
addEventListener('DOMContentLoaded', () => {
  const entries = [...document.querySelectorAll('.toc a[href^="#"]')].flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target ? [{ link, target }] : [];
  });
  if (entries.length === 0) return;

  let current;
  const mark = () => {
    // The last heading above a line a little below the header; at the end of the page its last section.
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2 && scrollY > 0;
    const line = isAtEnd ? innerHeight : 100;
    const above = entries.filter(({ target }) => target.getBoundingClientRect().top <= line);
    const next = above.length > 0 ? above[above.length - 1].link : undefined;
    if (next === current) return;
    current?.removeAttribute('aria-current');
    next?.setAttribute('aria-current', 'true');
    current = next;
  };

  let isDue = false;
  const later = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      mark();
    });
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later);
  mark();
});
