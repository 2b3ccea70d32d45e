SELECT f.id, f.code, f.sha256, f.original_sha256, f.name, f.added_at, f.added_by,
       c.kind, c.bytes, c.scan
  FROM attachment_file f
  JOIN attachment_content c ON c.sha256 = f.sha256
 WHERE f.id = $1
