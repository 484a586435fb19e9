'use strict';
// Cuts text into words as the index was cut: Sources/Site/Search/SearchWords.swift says how, and a test compares both.
const SearchWords = (() => {
  const ACCENTS =
    'aàáâãäåāăą cçćĉċč dďđ eèéêëēĕėęě gĝğġģ hĥħ iìíîïĩīĭįı jĵ kķ lĺļľŀł nñńņňŉ oòóôõöøōŏő rŕŗř sśŝşš tţťŧ uùúûüũūŭůűų wŵ yýÿŷ zźżž';
  const LONGEST = 32;
  const base = new Map(ACCENTS.split(' ').flatMap((group) => [...group].slice(1).map((letter) => [letter, group[0]])));

  const DENSE = '\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}';
  const runs = new RegExp(`[${DENSE}]+|[^${DENSE}]+`, 'gu');
  const isDense = new RegExp(`^[${DENSE}]`, 'u');
  const joints = /_+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;

  const fold = (text) => {
    let out = '';
    for (const letter of text) {
      if (letter >= '\u0300' && letter <= '\u036f') continue;
      const lower = letter.toLowerCase();
      out += base.get(lower) ?? lower;
    }
    return out;
  };
  const cut = (word) => (word.length > LONGEST ? [...word].slice(0, LONGEST).join('') : word);

  // Each word of a text: folded, with the parts of an identifier, and its place.
  function* read(text) {
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}_]+/gu)) {
      for (const run of match[0].matchAll(runs)) {
        const start = match.index + run.index;
        if (isDense.test(run[0])) {
          const letters = [...run[0]];
          const count = Math.max(letters.length - 1, 1);
          for (let index = 0, place = start; index < count; place += letters[index].length, index += 1) {
            const word = letters.slice(index, index + 2).join('');
            yield { word, parts: [], start: place, end: place + word.length };
          }
        } else {
          const word = cut(fold(run[0]).replace(/^_+|_+$/g, ''));
          const parts = run[0].split(joints).map(fold).filter(Boolean);
          if (!word) continue;
          yield {
            word,
            parts: parts.length > 1 ? parts.filter((part) => part.length > 1).map(cut) : [],
            start,
            end: start + run[0].length,
          };
        }
      }
    }
  }

  // The words that are asked for, each once, and which of them have to follow each other. The last is still being written.
  const query = (text) => {
    const words = new Map();
    const phrases = [];
    let last;
    for (const piece of text.normalize('NFC').matchAll(/"([^"]*)"?|[^"]+/g)) {
      const isPhrase = piece[0].startsWith('"');
      const found = [...read(isPhrase ? piece[1] : piece[0])].map(({ word }) => word);
      for (const word of found) words.set(word, { word, isPrefix: false });
      if (isPhrase && found.length > 1) phrases.push(found);
      last = isPhrase ? undefined : (found.at(-1) ?? last);
    }
    if (last) words.get(last).isPrefix = true;
    return { words: [...words.values()], phrases };
  };

  // Whether a word of a text is one of those that are asked for.
  const matcher = (asked) => {
    const isAsked = (word) => asked.some((one) => (one.isPrefix ? word.startsWith(one.word) : word === one.word));
    return ({ word, parts }) => isAsked(word) || parts.some(isAsked);
  };

  // Whether words follow each other in a text.
  const hasPhrase = (text, phrase) => {
    const words = [...read(text)].map(({ word }) => word);
    return words.some((_, start) => phrase.every((word, index) => words[start + index] === word));
  };

  return { read, query, matcher, hasPhrase };
})();
