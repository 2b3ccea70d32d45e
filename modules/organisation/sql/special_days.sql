SELECT id, first_day, last_day, kind, name, source, version
  FROM organisation_special_day
 WHERE is_removed = 0
 ORDER BY first_day
 LIMIT $1
