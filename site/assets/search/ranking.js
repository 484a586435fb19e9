'use strict';
// Which pages have all the words, and in which order: BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) over
// sections, where a word counts more in a heading and most in a title.
const SearchRanking = (() => {
  const [K, B] = [1.2, 0.75];
  // How a word stands in a section: in code only; once, up to thrice, more often in prose; in its heading, without and with prose; in the
  // title of its page, without and with prose.
  const FREQUENCY = [0.5, 1, 2, 4, 2, 3, 2, 3];
  const BOOST = [1, 1, 1, 1, 2.5, 2.5, 4, 4];
  const MOST_PAGES = 20;

  // Whether one slip lies between two words: a letter that is missing, added, another, or changed places with the next.
  const isNear = (a, b) => {
    if (Math.abs(a.length - b.length) > 1 || a === b) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start += 1;
    const [left, right] = [a.slice(start), b.slice(start)];
    return (
      left.slice(1) === right.slice(1) ||
      left.slice(1) === right ||
      left === right.slice(1) ||
      (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
    );
  };

  // How much each section is worth for one word that is asked for, by its number.
  const scores = (records, exact, factor) => {
    const best = new Map();
    for (const [word, postings] of records) {
      const weight = factor * (word === exact ? 1 : 0.5);
      SearchIndex.each(postings, (section, manner) => {
        const frequency = FREQUENCY[manner];
        const norm = 1 - B + (B * SearchIndex.length(section)) / SearchIndex.averageLength;
        const score = (BOOST[manner] * weight * frequency * (K + 1)) / (frequency + K * norm);
        if (score > (best.get(section) ?? 0)) best.set(section, score);
      });
    }
    const rarity = Math.log(1 + (SearchIndex.sectionCount - best.size + 0.5) / (best.size + 0.5));
    for (const [section, score] of best) best.set(section, score * rarity);
    return best;
  };

  // The pages that have all the words, best first: each with its sections that have any, best first.
  const pages = (scoresOfWords) => {
    const found = new Map();
    scoresOfWords.forEach((scoresOfWord, word) => {
      for (const [section, score] of scoresOfWord) {
        const number = SearchIndex.pageOf(section);
        if (word > 0 && found.get(number)?.words < word) continue;
        let page = found.get(number);
        if (!page) {
          if (word > 0) continue;
          page = { number, words: 0, best: [], sections: new Map() };
          found.set(number, page);
        }
        page.words = word + 1;
        page.best[word] = Math.max(page.best[word] ?? 0, score);
        const of = page.sections.get(section) ?? { section, words: 0, score: 0 };
        of.words += 1;
        of.score += score;
        page.sections.set(section, of);
      }
    });
    const whole = [...found.values()].filter((page) => page.words === scoresOfWords.length);
    for (const page of whole) {
      page.sections = [...page.sections.values()].sort((a, b) => b.words - a.words || b.score - a.score || a.section - b.section);
      const nearest = page.sections[0];
      // Words that stand together are worth more than the same words all over the page.
      page.score = page.best.reduce((sum, score) => sum + score, 0) + (nearest.words === scoresOfWords.length ? nearest.score : 0);
    }
    return whole.sort((a, b) => b.score - a.score || a.number - b.number);
  };

  const hasPhrases = (page, sections, phrases) =>
    phrases.every((phrase) =>
      [SearchIndex.title(page.number), ...sections.flatMap(([, heading, text]) => [heading, text])].some((text) =>
        SearchWords.hasPhrase(text, phrase),
      ),
    );

  // Only those of the pages that have the phrases; their texts are loaded from the best page on, until enough are found.
  const withPhrases = (ranked, phrases) => {
    const kept = [];
    let missing = 0;
    for (const page of ranked) {
      if (kept.length >= MOST_PAGES || missing >= 8) break;
      const sections = SearchIndex.sections(page.number);
      if (!sections) missing += 1;
      else if (hasPhrases(page, sections, phrases)) kept.push(page);
    }
    return { ranked: kept, isWhole: missing === 0 };
  };

  // What a query finds with what has been loaded. `isWhole` is false while more is on its way.
  const run = ({ words, phrases }) => {
    const found = words.map(({ word, isPrefix }) => SearchIndex.find(word, isPrefix && word.length > 1));
    if (found.some((records) => records === undefined)) return { pages: [], count: 0, asked: words, isWhole: false };
    let ranked = pages(found.map((records, index) => scores(records, words[index].word, 1)));
    let asked = words;
    if (ranked.length === 0 && phrases.length === 0) {
      const near = words.map(({ word }) => (word.length > 3 ? SearchIndex.findNear(word, (other) => isNear(word, other)) : []));
      if (near.some((records) => records === undefined)) return { pages: [], count: 0, asked: words, isWhole: false };
      const all = found.map((records, index) => [...records, ...near[index]]);
      ranked = pages(all.map((records, index) => scores(records, words[index].word, 1)));
      if (ranked.length > 0) asked = [...words, ...near.flat().map(([word]) => ({ word, isPrefix: false, isGuess: true }))];
    }
    const kept = phrases.length > 0 ? withPhrases(ranked, phrases) : { ranked, isWhole: true };
    return { pages: kept.ranked.slice(0, MOST_PAGES), count: kept.ranked.length, asked, isWhole: kept.isWhole };
  };

  return { run };
})();
