'use strict';
// Texts with the words marked that were asked for. Every text becomes a text node: nothing of a module is ever read as HTML.
const SearchExcerpts = (() => {
  const LENGTH = 170;
  const MOST_MARKS = 500;

  // A text as nodes, with the words that a test lets through in `mark`.
  const marked = (text, isAsked) => {
    const out = document.createDocumentFragment();
    let position = 0;
    for (const found of SearchWords.read(text)) {
      if (found.start < position || !isAsked(found)) continue;
      const mark = document.createElement('mark');
      mark.textContent = text.slice(found.start, found.end);
      out.append(text.slice(position, found.start), mark);
      position = found.end;
    }
    out.append(text.slice(position));
    return out;
  };

  // The stretch of a text in which most different words stand.
  const excerpt = (text, isAsked) => {
    const hits = [...SearchWords.read(text)].filter(isAsked).slice(0, MOST_MARKS);
    let [start, most] = [0, 0];
    for (const first of hits) {
      const inside = hits.filter((hit) => hit.start >= first.start && hit.end <= first.start + LENGTH - 40);
      const count = new Set(inside.map((hit) => hit.word)).size;
      if (count > most) [start, most] = [first.start, count];
    }
    let from = start > 60 ? text.lastIndexOf(' ', start - 40) + 1 : 0;
    if (start - from > 80) from = start;
    let to = from + LENGTH;
    if (to < text.length) {
      const blank = text.lastIndexOf(' ', to);
      if (blank > start + 40) to = blank;
      // No half of a pair of surrogates is left.
      else if (/[\ud800-\udbff]/.test(text[to - 1])) to -= 1;
    }
    const out = document.createDocumentFragment();
    out.append(from > 0 ? '\u2026 ' : '', marked(text.slice(from, to).trim(), isAsked), to < text.length ? ' \u2026' : '');
    return out;
  };

  // Marks the words in the content of this page; Esc takes the marks away.
  const markPage = (query) => {
    const isAsked = SearchWords.matcher(SearchWords.query(query).words);
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest('script, style, textarea, select, option, button, svg, .toc, .crumbs')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    let count = 0;
    for (const node of nodes) {
      if (count >= MOST_MARKS) break;
      const fragment = marked(node.data, isAsked);
      const marks = fragment.querySelectorAll('mark');
      marks.forEach((mark) => mark.classList.add('found'));
      if (marks.length > 0) node.replaceWith(fragment);
      count += marks.length;
    }
    if (count > 0 && !location.hash) document.querySelector('mark.found').scrollIntoView({ block: 'center' });
    const clear = (event) => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
      removeEventListener('keydown', clear);
      for (const mark of document.querySelectorAll('mark.found')) {
        const parent = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        parent.normalize();
      }
    };
    addEventListener('keydown', clear);
  };

  return { marked, excerpt, markPage };
})();
