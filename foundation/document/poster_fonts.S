/* The letters of posters: the very files that the pages use. See poster_fonts.hpp. */
    .section .rodata
    .balign 16
    .global caicach_poster_font_regular
caicach_poster_font_regular:
    .incbin CAICACH_FONT_REGULAR
    .global caicach_poster_font_regular_end
caicach_poster_font_regular_end:
    .byte 0
    .balign 16
    .global caicach_poster_font_strong
caicach_poster_font_strong:
    .incbin CAICACH_FONT_STRONG
    .global caicach_poster_font_strong_end
caicach_poster_font_strong_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
