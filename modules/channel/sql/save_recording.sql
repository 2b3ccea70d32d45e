UPDATE channel_recording SET state = $3, brought_file_id = $4, file_id = $5, seconds = $6,
    bytes = $7, fault = $8, job_id = $9, accepted_by = $10, accepted_at = $11,
    version = version + 1
WHERE id = $1 AND version = $2
