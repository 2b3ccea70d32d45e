-- reads: organisation_parent
SELECT parent_id FROM organisation_parent
WHERE agency_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
ORDER BY id
LIMIT 1
