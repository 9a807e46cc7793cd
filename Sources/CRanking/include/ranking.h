#ifndef WIREDESK_RANKING_H
#define WIREDESK_RANKING_H

#include <sqlite3.h>
#include <stdint.h>

/// Gives a connection the FTS5 function `question_parts(table, plan)`. Returns an SQLite result code.
int wd_register_ranking(sqlite3 *database);

/// Words of a question that are ranked by at most.
#define WD_QUESTION_WORDS 64

/// Best rows of a question that are kept at most, so that the others need not be scored to the end.
#define WD_QUESTION_ROWS 4096

/// How `question_parts(table, plan)` ranks: a plan is a BLOB of this head, a double for each column
/// (what a word in it counts), a `wd_question_word` for each word and a `wd_question_phrase` for each phrase of the MATCH expression, in the
/// byte order of this machine. Phrases of the expression beyond those of the plan count nothing.
///
/// It gives a BLOB of doubles: what each word brought, what words side by side brought, what it brought that all are there, and the score.
///
/// Where only the first `kept` rows are wanted, a row that cannot be among them gives an empty BLOB, which spares looking up its length:
/// one that would score less than the `kept` best rows so far if it were as short as the places of its words allow (a bound as in Turtle
/// and Flood, Query Evaluation: Strategies and Optimizations, 1995). `most_boost` is what the caller multiplies a score by at most.
struct wd_question_head {
    int32_t words, phrases, columns, kept;
    double saturation, length_normalization, proximity, complete, few_units, most_boost;
};

/// A word: what it weighs, whether any article has it, and whether it is a pair of characters of a run.
struct wd_question_word {
    double weight;
    int32_t is_known, is_unit;
};

/// A phrase: the word that it stands for (-1: none) and what it counts for it.
struct wd_question_phrase {
    double weight;
    int32_t word, reserved;
};

#endif
