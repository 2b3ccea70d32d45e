DELETE FROM channel_print_batch WHERE id = $1
