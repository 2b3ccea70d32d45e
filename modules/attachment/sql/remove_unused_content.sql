DELETE FROM attachment_content
 WHERE sha256 = $1
   AND NOT EXISTS (SELECT 1 FROM attachment_file WHERE sha256 = $1)
