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
// The model that is built in (make model writes this line: a build sees a change of this file, not one of the model).
// sha256 815049548fecfefc6f7f92353329bf39ac85c5bcd59a1974dc30ea9849f8978f
