// Opens the search: `/`, Ctrl+K, or its link in the header. The search itself is loaded when it is first wanted.
'use strict';
{
  const home = new URL('.', document.currentScript.src);
  const search = new URL('search.js', home).href;
  const page = new URL('../search.html', home);

  let loading;
  const load = () =>
    (loading ??= new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = search;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    }));

  // A site without an index has no such script to open: its page lists everything.
  const open = () => {
    const box = document.querySelector('.search-page input');
    if (box) box.focus();
    else load().then(() => augurySearch.open(), () => (location.href = page.href));
  };

  const isWriting = (target) => target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
  addEventListener('keydown', (event) => {
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target);
    const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isSlash && !isK) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a.search-open');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });

  // What was searched for is found on the page of the search, and marked on the page that it led to.
  const arrive = () => load().then(() => augurySearch.arrive(), () => {});
  const isSearched = Boolean(new URLSearchParams(location.search).get('q'));
  // The hits take the place of the list before anything is drawn, so that nothing moves.
  document.documentElement.toggleAttribute('data-searching', isSearched);
  addEventListener('DOMContentLoaded', () => {
    if (isSearched) arrive();
    else document.querySelector('.search-page input')?.addEventListener('focus', arrive, { once: true });
  });
}
