-- reads: organisation_agency
SELECT id
  FROM organisation_agency
 WHERE id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
