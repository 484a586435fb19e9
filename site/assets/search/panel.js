'use strict';
// The box and the hits below it: a combobox with a listbox (WAI-ARIA Authoring Practices, "Editable Combobox With List Autocomplete"). The
// focus stays in the box; the arrows choose an option, Enter opens it.
class SearchPanel {
  static MOST_SECTIONS = 3;

  constructor(parent, { onQuery = () => {}, onOpen = () => {} } = {}) {
    this.onQuery = onQuery;
    this.onOpen = onOpen;
    this.options = [];
    this.chosen = -1;
    this.isMoved = false;
    this.input = parent.querySelector('input') ?? document.createElement('input');
    SearchPanel.set(this.input, {
      class: 'search-input', type: 'search', role: 'combobox', 'aria-label': 'Search', 'aria-autocomplete': 'list',
      'aria-expanded': 'false', 'aria-controls': 'search:hits', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false',
      placeholder: 'Search', enterkeyhint: 'go',
    });
    this.status = SearchPanel.element('p', { class: 'search-status', role: 'status' });
    this.list = SearchPanel.element('div', { class: 'hits', id: 'search:hits', role: 'listbox', 'aria-label': 'Hits', hidden: '' });
    if (!this.input.isConnected) parent.append(this.input);
    parent.append(this.status, this.list);
    this.input.addEventListener('input', () => {
      this.isMoved = false;
      this.run();
    });
    this.input.addEventListener('keydown', (event) => this.press(event));
    this.list.addEventListener('click', () => this.onOpen());
    SearchIndex.listen(() => this.run());
    SearchIndex.start();
    this.run();
  }

  static element(name, attributes, ...content) {
    const element = document.createElement(name);
    SearchPanel.set(element, attributes);
    element.append(...content);
    return element;
  }

  static set(element, attributes) {
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  }

  // Shows what the words in the box find with what has been loaded; it runs again when more has come.
  run() {
    const query = SearchWords.query(this.input.value);
    this.onQuery(this.input.value.trim());
    if (query.words.length === 0) return this.show([], 'All words have to be there; \u201cquotes\u201d keep words together.');
    if (SearchIndex.isBroken) return this.show([], 'The index could not be loaded.');
    if (!SearchIndex.isReady) return this.say('Loading the index');
    const result = SearchRanking.run(query);
    if (!result.isWhole && result.pages.length === 0) return this.say('Searching');
    const isAsked = SearchWords.matcher(result.asked);
    this.show(result.pages.map((page) => this.group(page, isAsked)), this.summary(result, query));
  }

  summary({ count, pages, asked }, { words }) {
    if (count === 0) return words.length > 1 ? 'Nothing has all these words. Try fewer.' : 'Nothing has this word. Try the beginning of it.';
    const guesses = [...new Set(asked.filter(({ isGuess }) => isGuess).map(({ word }) => word))].slice(0, 3);
    const shown = count > pages.length ? `The best ${pages.length} of ${count.toLocaleString('en')} pages` : `${count} page${count === 1 ? '' : 's'}`;
    return guesses.length > 0 ? `Nothing has exactly that. ${shown} with ${guesses.join(', ')}` : shown;
  }

  say(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  show(groups, summary) {
    this.say(summary);
    const previous = this.isMoved ? this.options[this.chosen]?.href : undefined;
    this.list.replaceChildren(...groups);
    this.list.hidden = groups.length === 0;
    this.input.setAttribute('aria-expanded', String(groups.length > 0));
    this.options = [...this.list.querySelectorAll('[role=option]')];
    this.options.forEach((option, index) => (option.id = `search:hit-${index + 1}`));
    // Until the arrows choose, it is the best section; the page itself where its beginning is the best of it.
    const kept = this.options.findIndex((option) => option.href === previous);
    this.choose(kept >= 0 ? kept : this.options.findIndex((option) => 'best' in option.dataset));
  }

  // A page and those of its sections that have most of the words.
  group(page, isAsked) {
    const title = SearchIndex.title(page.number);
    const first = SearchIndex.firstSection(page.number);
    const texts = SearchIndex.sections(page.number);
    const head = SearchPanel.element('span', { class: 'hit-title', dir: 'auto' }, SearchExcerpts.marked(title, isAsked));
    const trail = SearchPanel.element('span', { class: 'hit-trail' }, SearchIndex.trail(page.number));
    const options = [this.option(page, '', head, trail)];
    const isTitle = !texts || page.sections[0].section === first;
    const best = page.sections.filter(({ words }) => words === page.sections[0].words).slice(0, SearchPanel.MOST_SECTIONS);
    for (const { section } of texts ? best : []) {
      const [anchor, heading, text] = texts[section - first];
      const excerpt = SearchPanel.element('span', { class: 'hit-text', dir: 'auto' }, SearchExcerpts.excerpt(text, isAsked));
      if (section === first) options[0].append(excerpt);
      else options.push(this.option(page, anchor, SearchPanel.element('span', { class: 'hit-heading', dir: 'auto' }, SearchExcerpts.marked(heading, isAsked)), excerpt));
    }
    options[isTitle ? 0 : 1].dataset.best = '';
    return SearchPanel.element('div', { role: 'group', 'aria-label': title, class: 'hit-page' }, ...options);
  }

  // The words go with the address, so that the page can mark them.
  option(page, anchor, ...content) {
    const address = new URL(SearchIndex.address(page.number));
    address.search = new URLSearchParams({ q: this.input.value.trim() }).toString();
    address.hash = anchor;
    return SearchPanel.element('a', { role: 'option', class: 'hit', tabindex: '-1', 'aria-selected': 'false', href: address.href }, ...content);
  }

  choose(index) {
    this.options[this.chosen]?.setAttribute('aria-selected', 'false');
    this.chosen = index;
    const option = this.options[index];
    if (!option) return this.input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    this.input.setAttribute('aria-activedescendant', option.id);
  }

  press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.options.length > 0) {
      event.preventDefault();
      this.isMoved = true;
      this.choose((this.chosen + step + this.options.length) % this.options.length);
      this.options[this.chosen].scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && this.options[this.chosen]) {
      event.preventDefault();
      this.options[this.chosen].click();
    }
  }
}
