SELECT k.key, k.text, k.level, k.valid_from AS kind_from, k.valid_to AS kind_to, r.valid_from,
       r.valid_to
  FROM organisation_group_rule r
  JOIN organisation_kind k ON k.key = r.kind
 WHERE r.group_id = $1
 ORDER BY k.position, r.valid_from
 LIMIT 500
