-- Who bore a code of a system last before $3.
SELECT id, agency_id, system, code, valid_from, valid_to FROM organisation_code
 WHERE system = $1 AND code = $2 AND valid_to < $3
 ORDER BY valid_to DESC, id
 LIMIT 1
