SELECT c.sha256, c.kept_at,
       (SELECT COUNT(*) FROM attachment_file a WHERE a.sha256 = c.sha256) AS files
  FROM attachment_content c
 WHERE c.scan = 'infected' AND c.scan IN ('waiting', 'infected')
 ORDER BY c.kept_at DESC, c.sha256 LIMIT $1
