SELECT code, title FROM channel_print_design WHERE id = $1
