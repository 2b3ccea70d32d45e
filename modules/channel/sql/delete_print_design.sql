DELETE FROM channel_print_design WHERE id = $1 AND version = $2
