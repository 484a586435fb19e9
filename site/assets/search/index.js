'use strict';
// The index: what of it has been loaded, and what is asked for. Its files are classic scripts that call `augurySearch`, since a page from
// the disk may neither fetch nor import.
const SearchIndex = (() => {
  const home = new URL('../', document.currentScript.src);
  const asked = new Set();
  const failed = new Set();
  const shards = new Map();
  const texts = new Map();
  const listeners = new Set();
  let head;
  let pageOfSection = new Uint32Array(0);
  let firstSection = new Uint32Array(1);
  let lengths = new Float64Array(0);
  let averageLength = 1;

  const changed = () => listeners.forEach((listener) => listener());

  // Asks for a file once; who listens is called when it has come.
  const want = (name) => {
    if (asked.has(name)) return;
    asked.add(name);
    const script = document.createElement('script');
    script.src = new URL(`search/${name}.js`, home).href;
    script.onerror = () => {
      failed.add(name);
      changed();
    };
    document.head.append(script);
  };

  const symbol = (text, index) => {
    const code = text.charCodeAt(index);
    return code - (code > 92 ? 36 : 35);
  };

  // What the files of the index call.
  const receive = {
    pages(value) {
      head = value;
      firstSection = new Uint32Array(head.pages.length + 1);
      head.pages.forEach((page, index) => (firstSection[index + 1] = firstSection[index] + page[3].length));
      const count = firstSection[head.pages.length];
      pageOfSection = new Uint32Array(count);
      lengths = new Float64Array(count);
      let total = 0;
      head.pages.forEach((page, index) => {
        for (let section = firstSection[index]; section < firstSection[index + 1]; section += 1) {
          const size = symbol(page[3], section - firstSection[index]);
          pageOfSection[section] = index;
          lengths[section] = size < 4 ? size : (4 + (size & 3)) * 2 ** ((size >> 2) - 1);
          total += lengths[section];
        }
      });
      averageLength = Math.max(total / Math.max(count, 1), 1);
      changed();
    },
    words(number, text) {
      shards.set(number, text === '' ? [] : text.split(' ').map((record) => record.split('!')));
      changed();
    },
    text(number, pages) {
      texts.set(number, pages);
      changed();
    },
  };

  // The order of UTF-8, in which the words are cut into shards; that of JavaScript's texts differs beyond U+FFFF.
  const precedes = (a, b) => {
    const [left, right] = [[...a], [...b]];
    for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
      const difference = left[index].codePointAt(0) - right[index].codePointAt(0);
      if (difference !== 0) return difference < 0;
    }
    return left.length < right.length;
  };

  // The shards in which a word stands, or those that begin with it.
  const shardsOf = (word, isPrefix) => {
    let first = 0;
    while (first + 1 < head.words.length && !precedes(word, head.words[first + 1])) first += 1;
    const numbers = head.words.length > 0 ? [first] : [];
    for (let next = first + 1; isPrefix && next < head.words.length && head.words[next].startsWith(word); next += 1) numbers.push(next);
    return numbers;
  };

  // The records of shards that a test lets through; undefined while one of the shards is missing.
  const records = (numbers, isWanted) => {
    let isWhole = true;
    const found = [];
    for (const number of numbers) {
      const shard = shards.get(number);
      if (!shard) {
        want(`words-${number}`);
        isWhole = failed.has(`words-${number}`) && isWhole;
      } else {
        for (const record of shard) if (isWanted(record[0])) found.push(record);
      }
    }
    return isWhole ? found : undefined;
  };

  return {
    receive,
    listen: (listener) => listeners.add(listener),
    start: () => want('pages'),
    get isReady() {
      return head !== undefined;
    },
    get isBroken() {
      return failed.has('pages');
    },
    get sectionCount() {
      return pageOfSection.length;
    },
    get averageLength() {
      return averageLength;
    },
    length: (section) => lengths[section],
    pageOf: (section) => pageOfSection[section],
    firstSection: (page) => firstSection[page],
    address: (page) => new URL(head.groups[head.pages[page][2]][0] + head.pages[page][0], home).href,
    title: (page) => head.pages[page][1],
    trail: (page) => head.groups[head.pages[page][2]][1],

    // The words that stand in the index for one that is asked for, each with its sections.
    find: (word, isPrefix) =>
      records(shardsOf(word, isPrefix), (other) => (isPrefix ? other.startsWith(word) : other === word)),

    // The same for the words that are one slip away. A large index is looked at only where its words begin with the same letter.
    findNear(word, isNear) {
      const isSmall = head.words.length <= 8;
      const numbers = isSmall ? head.words.map((_, number) => number) : shardsOf([...word][0], true);
      return records(numbers, isNear);
    },

    // The sections of a page, each with anchor, heading and text; undefined while they are missing.
    sections(page) {
      let number = 0;
      while (number + 1 < head.texts.length && head.texts[number + 1] <= page) number += 1;
      const pages = texts.get(number);
      if (!pages) want(`text-${number}`);
      return pages?.[page - head.texts[number]];
    },

    // Calls back with each section of a record, and how the word stands there.
    each(postings, found) {
      let section = -1;
      for (let index = 0; index < postings.length; ) {
        let [number, shift, digit] = [0, 1, 0];
        do {
          digit = symbol(postings, index);
          number += (digit & 31) * shift;
          shift *= 32;
          index += 1;
        } while (digit > 31);
        section += Math.floor(number / 8) + 1;
        found(section, number % 8);
      }
    },
  };
})();
