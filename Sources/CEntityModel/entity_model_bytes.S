/* The models as they are: no compiler has to read megabytes of numbers. */
    .macro model name, file
    .balign 16
    .global \name\()_start
    .hidden \name\()_start
\name\()_start:
    .incbin "\file"
    .global \name\()_end
    .hidden \name\()_end
\name\()_end:
    .byte 0
    .endm

    .section .rodata
    model wd_entity_model_english, english.model
    model wd_entity_model_other, other.model
    .section .note.GNU-stack, "", @progbits
// The models that are built in (make model writes these lines: a build sees a change of this file, not one of a model).
// english.model sha256 c2017eb43dd935521a617a1a13a187f8129d9c2e3c24343a450d378a4f65427a
// other.model sha256 3b9d2ac69e2dca00de7a09ff84fe8b311f4da45812c18cba8df919f47051646a
