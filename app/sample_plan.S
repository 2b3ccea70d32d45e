// The sample plan as its office would send it: a real Word file, read by the importer itself.
    .section .rodata
    .global caicach_sample_plan_begin
    .global caicach_sample_plan_end
caicach_sample_plan_begin:
    .incbin "plan_2026.docx"
caicach_sample_plan_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
