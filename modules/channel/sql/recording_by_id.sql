SELECT id, code, script_id, source, state, brought_file_id, file_id, seconds, bytes, fault, job_id,
    made_by, made_at, accepted_by, accepted_at, version
FROM channel_recording WHERE id = $1
