SELECT made_at, title, state FROM channel_print_design
WHERE author_id = $1 OR last_writer_id = $1
ORDER BY id DESC LIMIT 5000
