-- Who bears a code of a system on some of the days from $3 to $4, but for $5.
SELECT id, agency_id, system, code, valid_from, valid_to FROM organisation_code
 WHERE system = $1 AND code = $2
   AND (valid_to IS NULL OR valid_to >= $3) AND valid_from <= $4
   AND agency_id <> $5
 ORDER BY valid_from, id
 LIMIT 1
