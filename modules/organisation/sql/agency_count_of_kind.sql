SELECT COUNT(*) AS found FROM organisation_name
 WHERE kind = $2 AND valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)
