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
  const open = () => load().then(() => augurySearch.open(), () => (location.href = page.href));

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

  // The page of the search has its box in it, and what was searched for is marked on the page that it led to.
  addEventListener('DOMContentLoaded', () => {
    const isSearched = new URLSearchParams(location.search).get('q');
    if (document.querySelector('.search-page') || isSearched) load().then(() => augurySearch.arrive());
  });
}
