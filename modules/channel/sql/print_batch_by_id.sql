SELECT id, design_id, group_id, state, sheets, left_out, file_id, fault, job_id, made_by, made_at
FROM channel_print_batch WHERE id = $1
