#ifndef WIREDESK_ENTITY_MODEL_H
#define WIREDESK_ENTITY_MODEL_H

#include <stddef.h>

/* The bytes of names.model, as they were when the program was built. */
const unsigned char *wd_entity_model(void);
size_t wd_entity_model_size(void);

#endif
