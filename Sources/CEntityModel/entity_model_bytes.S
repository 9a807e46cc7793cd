/* The model as it is: no compiler has to read a megabyte of numbers. */
    .section .rodata
    .balign 16
    .global wd_entity_model_start
    .hidden wd_entity_model_start
wd_entity_model_start:
    .incbin "names.model"
    .global wd_entity_model_end
    .hidden wd_entity_model_end
wd_entity_model_end:
    .byte 0
    .section .note.GNU-stack, "", @progbits
