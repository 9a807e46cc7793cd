#ifndef WIREDESK_FOLD_TABLE_H
#define WIREDESK_FOLD_TABLE_H

#include <stdint.h>

/// What folding makes of one scalar. The table is written by Scripts/generate-fold-table.py.
typedef struct {
    /// How the folding machine treats it: the raw value of ScalarClass.
    uint8_t scalar_class;
    /// Bytes of UTF-8 that stand for it, 0 when it stands for itself (or for nothing, by its class).
    uint8_t length;
    /// Where those bytes start in wd_fold_pool.
    uint16_t offset;
} wd_fold_record;

/// What an ASCII byte does to a plain word: a letter or digit is written as the value; see the two constants for others.
#define WD_FOLD_ASCII_RULE 0
#define WD_FOLD_ASCII_SEPARATOR 1

// The generated arrays, read through the functions below.

/// The block of each 256 scalars, by scalar >> 8.
extern const uint16_t wd_fold_stage1[];
/// The record's number of each scalar, by (block << 8) + (scalar & 255).
extern const uint16_t wd_fold_stage2[];
/// The distinct records.
extern const wd_fold_record wd_fold_records[];
/// The mappings' bytes, shared between records.
extern const uint8_t wd_fold_pool[];
/// What each ASCII byte does to a plain word.
extern const uint8_t wd_fold_ascii_actions[];
/// The version of Unicode that the table was made from.
extern const char wd_fold_unicode_version[];

/// The record of a scalar, which must be below 0x110000.
static inline wd_fold_record wd_fold_lookup(uint32_t scalar) {
    return wd_fold_records[wd_fold_stage2[((uint32_t)wd_fold_stage1[scalar >> 8] << 8) | (scalar & 255)]];
}

/// The bytes that stand for a scalar with this record.
static inline const uint8_t *wd_fold_mapping(wd_fold_record record) { return wd_fold_pool + record.offset; }

/// What a byte below 0x80 does to a plain word.
static inline uint8_t wd_fold_ascii_action(uint8_t byte) { return wd_fold_ascii_actions[byte]; }

/// The version of Unicode that the table was made from.
static inline const char *wd_fold_unicode(void) { return wd_fold_unicode_version; }

#endif
