#include "CEntityModel.h"

/* From entity_model_bytes.S. */
extern const unsigned char wd_entity_model_start[];
extern const unsigned char wd_entity_model_end[];

const unsigned char *wd_entity_model(void) { return wd_entity_model_start; }

size_t wd_entity_model_size(void) { return (size_t)(wd_entity_model_end - wd_entity_model_start); }
