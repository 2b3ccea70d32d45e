SELECT sha256, bytes FROM attachment_content
 WHERE sha256 > $1 AND sha256 < $2 ORDER BY sha256 LIMIT $3
