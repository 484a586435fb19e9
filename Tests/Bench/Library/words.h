// The words that every text of the benchmark is made of: what people write about in software guides, in no order that
// means anything. None occurs twice, so that neighbours in the list make headings and file names that differ.
#ifndef BENCH_WORDS_H
#define BENCH_WORDS_H

extern const unsigned word_count;

// The word at an index; indices behind the end start again.
const char *word_at(unsigned index);

#endif
