INSERT INTO channel_print_batch (id, design_id, group_id, state, sheets, left_out, file_id, fault,
    job_id, made_by, made_at)
VALUES ($1, $2, $3, 'making', 0, 0, 0, '', $4, $5, $6)
