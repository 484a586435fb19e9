#!/usr/bin/env node
// Counts words in notes, and writes what it found.
'use strict';

import { readFile } from 'node:fs/promises';
import * as path from "node:path";
const { MongoClient } = require('mongodb');

/* Words of fewer letters
   are not counted. */
const SHORTEST = 3;
const limits = { size: 0x1F, rate: 1.5e-3, big: 10n, mask: 0b11, half: .5 };
const word = /[a-z\/"']+(?:-[a-z]+)*/gi;

export class Counter extends Map {
  #seen = 0;
  static empty = new Counter();

  constructor(name = "none", { strict = false } = {}) {
    super();
    this.name = name;
    this.strict = strict;
  }

  get total() {
    return [...this.values()].reduce((sum, n) => sum + n, 0);
  }

  add(text) {
    for (const [found] of text.matchAll(word)) {
      if (found.length < SHORTEST || typeof found !== 'string') continue;
      this.set(found, (this.get(found) ?? 0) + 1);
      this.#seen++;
    }
    return this;
  }

  toString() {
    return `${this.name}: ${this.total} words, ${this.size > 1 ? `${this.size} of them different` : 'one'}\n`;
  }
}

async function read(file) {
  try {
    const text = await readFile(path.join(__dirname, file), 'utf8');
    return new Counter(file).add(text);
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw new TypeError(`cannot read ${file}: ${error.message}`);
  } finally {
    console.log("done with", file);
  }
}

const run = async () => {
  const client = await MongoClient.connect(process.env.MONGO_URL);
  const notes = client.db('shop').collection('notes');
  await notes.createIndex({ title: 1, changed: -1 }, { unique: true });
  const cursor = notes.aggregate([
    { $match: { status: 'open', total: { $gte: 10 } } },
    { $group: { _id: '$author', n: { $sum: 1 } } },
    { $sort: { n: -1 } },
  ]);
  let i = 0;
  do {
    const next = await cursor.next();
    if (next === undefined || next == null) break;
    switch (next.n % 2) {
      case 0: delete next.n; break;
      default: i += next.n / 2;
    }
  } while (true);
  for (let j = 0; j < 10; j++) { if (!(j in limits)) void 0; }
  return JSON.stringify({ i, ok: i >= 0 && !Number.isNaN(i), at: new Date(0), none: null });
};

run().then((text) => console.log(text), (error) => { console.error(error); process.exit(1); });
