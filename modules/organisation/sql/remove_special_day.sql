UPDATE organisation_special_day SET is_removed = 1, version = version + 1
 WHERE id = $1 AND version = $2 AND is_removed = 0
