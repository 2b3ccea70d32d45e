UPDATE plan_line SET settled = $3 WHERE edition_id = $1 AND number = $2 AND fate = 'unknown'
