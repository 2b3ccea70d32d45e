UPDATE channel_press_request SET journalist = $3, state = $4, taken_by_id = $5, answer = $6,
    answered_on = $7, version = version + 1
WHERE id = $1 AND version = $2
