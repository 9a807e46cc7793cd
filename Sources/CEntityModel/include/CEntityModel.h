#ifndef WIREDESK_ENTITY_MODEL_H
#define WIREDESK_ENTITY_MODEL_H

#include <stddef.h>

/* The bytes of english.model and other.model, as they were when the program was built. */
const unsigned char *wd_entity_model_english(void);
size_t wd_entity_model_english_size(void);
const unsigned char *wd_entity_model_other(void);
size_t wd_entity_model_other_size(void);

#endif
