UPDATE organisation_special_day
   SET first_day = $3, last_day = $4, kind = $5, name = $6, source = $7, version = version + 1
 WHERE id = $1 AND version = $2 AND is_removed = 0
