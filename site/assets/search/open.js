'use strict';
// What pages and the files of the index call.
const augurySearch = (() => {
  let dialog;
  let panel;

  const makeDialog = () => {
    dialog = SearchPanel.element('dialog', { class: 'search-dialog', 'aria-label': 'Search' });
    const box = SearchPanel.element('div', { class: 'search-box' });
    const close = SearchPanel.element('button', { type: 'button', class: 'search-close' }, 'Close');
    const keys = SearchPanel.element('p', { class: 'search-keys', 'aria-hidden': 'true' }, '\u2191 \u2193 choose \u00b7 Enter opens \u00b7 Esc closes');
    close.addEventListener('click', () => dialog.close());
    // A click beside the box, which is the dialog itself.
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    // In a search box Chromium's Esc would only empty it.
    dialog.addEventListener('keydown', (event) => event.key === 'Escape' && !event.isComposing && dialog.close());
    dialog.append(box);
    document.body.append(dialog);
    panel = new SearchPanel(box, { onOpen: () => dialog.close() });
    box.append(close, keys);
  };

  return {
    ...SearchIndex.receive,

    // Shows the search over the page.
    open() {
      if (!dialog) makeDialog();
      if (!dialog.open) dialog.showModal();
      panel.input.focus();
      panel.input.select();
    },

    // On the page of the search its box with the words of the address; on another their marks.
    arrive() {
      const query = new URLSearchParams(location.search).get('q') ?? '';
      const place = document.querySelector('.search-page');
      if (!place) return SearchExcerpts.markPage(query);
      const keep = (text) => {
        document.documentElement.toggleAttribute('data-searching', text !== '');
        try {
          history.replaceState(null, '', text ? `?${new URLSearchParams({ q: text })}` : location.pathname);
        } catch {
          // A page from the disk keeps the address it has.
        }
      };
      // What was written before this script came stays.
      const box = place.querySelector('input');
      box.value ||= query;
      new SearchPanel(place, { onQuery: keep });
    },
  };
})();
