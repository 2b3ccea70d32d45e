SELECT count(*) AS count
  FROM attachment_file
 WHERE use_key = $1 AND object_id = $2 AND use_key <> ''
