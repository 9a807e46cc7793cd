#include "mime_message.h"

#include <gmime/gmime.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct {
    GMimeObject *object;
    // The part that carries a message within a message: it knows the file name and disposition.
    GMimeObject *carrier;
    int parent;
} entity;

struct wd_mime_message {
    GMimeMessage *root;
    entity *entities;
    size_t count;
    size_t capacity;
    int is_cut;
};

void wd_mime_warm_up(void) {
    static const char sample[] =
        "Subject: =?utf-8?q?a?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/plain; name*=utf-8''a\nContent-Transfer-Encoding: base64\n\nYQ==\n--b--\n";
    g_mime_init();
    wd_mime_message *message = wd_mime_parse((const uint8_t *)sample, sizeof sample - 1, 16);
    wd_mime_free(message);
}

static int add(wd_mime_message *message, GMimeObject *object, GMimeObject *carrier, int parent, size_t most) {
    if (message->count >= most) {
        message->is_cut = 1;
        return 0;
    }
    if (message->count == message->capacity) {
        size_t capacity = message->capacity ? message->capacity * 2 : 16;
        entity *larger = realloc(message->entities, capacity * sizeof *larger);
        if (!larger) return 0;
        message->entities = larger;
        message->capacity = capacity;
    }
    message->entities[message->count++] = (entity){object, carrier, parent};
    return 1;
}

// Deep messages are at most GMime's 1,024 levels, two calls each.
static void collect(wd_mime_message *message, GMimeObject *object, GMimeObject *carrier, int parent, size_t most) {
    if (!object) return;
    if (GMIME_IS_MESSAGE_PART(object)) {
        GMimeMessage *inner = g_mime_message_part_get_message((GMimeMessagePart *)object);
        if (inner) collect(message, (GMimeObject *)inner, object, parent, most);
        return;
    }
    if (!add(message, object, carrier, parent, most)) return;
    int self = (int)message->count - 1;
    if (GMIME_IS_MESSAGE(object)) {
        collect(message, g_mime_message_get_mime_part((GMimeMessage *)object), NULL, self, most);
    } else if (GMIME_IS_MULTIPART(object)) {
        int parts = g_mime_multipart_get_count((GMimeMultipart *)object);
        for (int i = 0; i < parts && !message->is_cut; i++)
            collect(message, g_mime_multipart_get_part((GMimeMultipart *)object, i), NULL, self, most);
    }
}

wd_mime_message *wd_mime_parse(const uint8_t *bytes, size_t length, size_t most_entities) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, length);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *root = g_mime_parser_construct_message(parser, NULL);
    g_object_unref(parser);
    g_object_unref(stream);
    if (!root) return NULL;
    wd_mime_message *message = calloc(1, sizeof *message);
    if (!message) {
        g_object_unref(root);
        return NULL;
    }
    message->root = root;
    collect(message, (GMimeObject *)root, NULL, -1, most_entities);
    return message;
}

void wd_mime_free(wd_mime_message *message) {
    if (!message) return;
    g_object_unref(message->root);
    free(message->entities);
    free(message);
}

size_t wd_mime_count(const wd_mime_message *message) { return message->count; }

int wd_mime_is_cut(const wd_mime_message *message) { return message->is_cut; }

wd_mime_entity wd_mime_entity_at(const wd_mime_message *message, size_t index) {
    const entity *found = &message->entities[index];
    GMimeObject *object = found->object;
    wd_mime_entity result = {.parent = found->parent, .type = "message", .subtype = "rfc822"};
    result.kind = GMIME_IS_MESSAGE(object) ? WD_MIME_MESSAGE : GMIME_IS_MULTIPART(object) ? WD_MIME_MULTIPART : WD_MIME_LEAF;
    GMimeObject *described = found->carrier ? found->carrier : object;
    if (result.kind != WD_MIME_MESSAGE) {
        GMimeContentType *type = g_mime_object_get_content_type(object);
        if (type) {
            const char *major = g_mime_content_type_get_media_type(type);
            const char *minor = g_mime_content_type_get_media_subtype(type);
            result.type = major ? major : "text";
            result.subtype = minor ? minor : "plain";
            result.charset = g_mime_content_type_get_parameter(type, "charset");
            result.format = g_mime_content_type_get_parameter(type, "format");
            result.delsp = g_mime_content_type_get_parameter(type, "delsp");
        }
    }
    if (result.kind != WD_MIME_MESSAGE || found->carrier) {
        const char *disposition = g_mime_object_get_disposition(described);
        result.is_attachment = disposition && strcasecmp(disposition, "attachment") == 0;
        result.file_name = g_mime_object_get_content_disposition_parameter(described, "filename");
        if (!result.file_name) result.file_name = g_mime_object_get_content_type_parameter(described, "name");
    }
    return result;
}

static const char *header(const wd_mime_message *message, size_t index, const char *name, int last) {
    GMimeHeaderList *headers = g_mime_object_get_header_list(message->entities[index].object);
    int count = headers ? g_mime_header_list_get_count(headers) : 0;
    for (int i = 0; i < count; i++) {
        GMimeHeader *found = g_mime_header_list_get_header_at(headers, last ? count - 1 - i : i);
        const char *found_name = g_mime_header_get_name(found);
        if (found_name && strcasecmp(found_name, name) == 0) return g_mime_header_get_raw_value(found);
    }
    return NULL;
}

const char *wd_mime_header(const wd_mime_message *message, size_t index, const char *name) {
    return header(message, index, name, 0);
}

const char *wd_mime_last_header(const wd_mime_message *message, size_t index, const char *name) {
    return header(message, index, name, 1);
}

void wd_mime_content(
    const wd_mime_message *message, size_t index, void *context,
    void (*take)(void *context, const uint8_t *bytes, size_t length)) {
    GMimeObject *object = message->entities[index].object;
    if (!GMIME_IS_PART(object)) return;
    GMimeDataWrapper *wrapper = g_mime_part_get_content((GMimePart *)object);
    if (!wrapper) return;
    const char *raw = wd_mime_header(message, index, "Content-Transfer-Encoding");
    if (raw && g_mime_data_wrapper_get_encoding(wrapper) == GMIME_CONTENT_ENCODING_DEFAULT) {
        // Senders add semicolons and comments; the encoding is what the name begins with.
        while (*raw == ' ' || *raw == '\t' || *raw == '\r' || *raw == '\n' || *raw == '"') raw++;
        if (strncasecmp(raw, "quoted-printable", 16) == 0)
            g_mime_data_wrapper_set_encoding(wrapper, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
        else if (strncasecmp(raw, "base64", 6) == 0)
            g_mime_data_wrapper_set_encoding(wrapper, GMIME_CONTENT_ENCODING_BASE64);
    }
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_data_wrapper_write_to_stream(wrapper, stream);
    GByteArray *bytes = g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
    if (bytes) take(context, bytes->data, bytes->len);
    g_object_unref(stream);
}
