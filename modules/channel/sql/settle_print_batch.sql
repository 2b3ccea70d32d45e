UPDATE channel_print_batch SET state = $2, sheets = $3, left_out = $4, file_id = $5, fault = $6
WHERE id = $1 AND state = 'making'
