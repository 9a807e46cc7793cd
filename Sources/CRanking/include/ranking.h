#ifndef WIREDESK_RANKING_H
#define WIREDESK_RANKING_H

#include <sqlite3.h>

/// Gives a connection the FTS5 function `bounded_bm25(table, weight, ...)`, greater is better.
///
/// It ranks as bm25 does (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75; the idf that is never negative), but learns how
/// many articles hold a word from the first `WD_COUNTED_ROWS` of them (a phrase: `WD_COUNTED_PHRASE_ROWS`), and takes the rest in
/// proportion: FTS5's own bm25 counts them all, which takes as long as the word is common.
/// Returns an SQLite result code.
int wd_register_ranking(sqlite3 *database);

/// Rows of a phrase that are counted; some 3 per cent of error beyond them is nothing to a ranking.
#define WD_COUNTED_ROWS 2000

/// Rows of a phrase of several words that are counted. Each is found by comparing the places of its words in many articles, so that
/// counting as many as of a word would take as long as the search itself; the error is 7 per cent of a number whose logarithm counts.
#define WD_COUNTED_PHRASE_ROWS 200

#endif
