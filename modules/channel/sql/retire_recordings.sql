UPDATE channel_recording SET state = 'retired', version = version + 1
WHERE script_id = $1 AND state <> 'retired' AND ($2 = '' OR state = $2)
