UPDATE attachment_walk
   SET step = $1 + 1, place = $2, began_at = $3, contents = $4, bytes = $5, orphans = $6,
       ended_at = $7, ended_contents = $8, ended_bytes = $9, ended_orphans = $10
 WHERE id = 1 AND step = $1
