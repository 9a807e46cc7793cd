#include "CEntityModel.h"

/* From entity_model_bytes.S. */
extern const unsigned char wd_entity_model_english_start[];
extern const unsigned char wd_entity_model_english_end[];
extern const unsigned char wd_entity_model_other_start[];
extern const unsigned char wd_entity_model_other_end[];

const unsigned char *wd_entity_model_english(void) { return wd_entity_model_english_start; }

size_t wd_entity_model_english_size(void)
{
    return (size_t)(wd_entity_model_english_end - wd_entity_model_english_start);
}

const unsigned char *wd_entity_model_other(void) { return wd_entity_model_other_start; }

size_t wd_entity_model_other_size(void)
{
    return (size_t)(wd_entity_model_other_end - wd_entity_model_other_start);
}
