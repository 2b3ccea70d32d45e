SELECT b.made_at, d.title FROM channel_print_batch b
JOIN channel_print_design d ON d.id = b.design_id
WHERE b.made_by = $1 ORDER BY b.id DESC LIMIT 5000
