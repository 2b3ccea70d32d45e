INSERT INTO channel_recording (id, code, script_id, source, state, brought_file_id, file_id,
    seconds, bytes, fault, job_id, made_by, made_at, accepted_by, version)
VALUES ($1, $2, $3, $4, 'making', $5, 0, 0, 0, '', $6, $7, $8, 0, 1)
