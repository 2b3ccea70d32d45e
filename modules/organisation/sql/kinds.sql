SELECT key, text, level, valid_from, valid_to FROM organisation_kind
 ORDER BY position, key
 LIMIT 1000
