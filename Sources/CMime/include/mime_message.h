#ifndef WIREDESK_MIME_MESSAGE_H
#define WIREDESK_MIME_MESSAGE_H

#include <stddef.h>
#include <stdint.h>

/// A message taken apart by GMime 3 (Debian package libgmime-3.0-dev): RFC 5322 headers, RFC 2045 to 2049 structure.
typedef struct wd_mime_message wd_mime_message;

typedef enum {
    /// Content of its own.
    WD_MIME_LEAF = 0,
    /// A multipart; what stands in it names it as its parent.
    WD_MIME_MULTIPART = 1,
    /// A message: the whole one, or one within it (message/rfc822).
    WD_MIME_MESSAGE = 2,
} wd_mime_kind;

/// One entity. The strings belong to the message; all but `type` and `subtype` may be NULL.
typedef struct {
    wd_mime_kind kind;
    /// The index of the entity around it; -1 for the message itself.
    int parent;
    const char *type;
    const char *subtype;
    const char *charset;
    /// The parameters of text/plain (RFC 3676).
    const char *format;
    const char *delsp;
    /// In UTF-8, or in whatever bytes the message has.
    const char *file_name;
    /// Nonzero when its disposition says so (RFC 2183).
    int is_attachment;
} wd_mime_entity;

/// Opens whatever GMime and GLib open lazily. Must be called before any other function.
void wd_mime_warm_up(void);

/// Takes a message apart; the bytes are copied. NULL when there is no header at all.
///
/// GMime itself stops at 1,024 entities within one another; deeper ones are text of the last.
wd_mime_message *wd_mime_parse(const uint8_t *bytes, size_t length, size_t most_entities);
void wd_mime_free(wd_mime_message *message);

/// The number of entities; they are in the order of the message, the message itself first.
size_t wd_mime_count(const wd_mime_message *message);
/// Nonzero when there were more than `most_entities`; the others are left out.
int wd_mime_is_cut(const wd_mime_message *message);
wd_mime_entity wd_mime_entity_at(const wd_mime_message *message, size_t index);

/// The first header of that name of an entity, as it stands, folded; NULL for none.
const char *wd_mime_header(const wd_mime_message *message, size_t index, const char *name);
/// The last header of that name.
const char *wd_mime_last_header(const wd_mime_message *message, size_t index, const char *name);

/// Hands the content of a leaf, its transfer encoding undone, to `take`.
void wd_mime_content(
    const wd_mime_message *message, size_t index, void *context,
    void (*take)(void *context, const uint8_t *bytes, size_t length));

#endif
