SELECT f.sha256, f.fault, f.found_at,
       (SELECT COUNT(*) FROM attachment_file a WHERE a.sha256 = f.sha256) AS files
  FROM attachment_fault f
 WHERE f.fault <> 'orphan' ORDER BY f.found_at DESC, f.sha256 LIMIT $1
