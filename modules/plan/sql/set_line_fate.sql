UPDATE plan_line SET fate = $3 WHERE edition_id = $1 AND number = $2
