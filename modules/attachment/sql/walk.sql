SELECT step, place, began_at, contents, bytes, orphans,
       ended_at, ended_contents, ended_bytes, ended_orphans
  FROM attachment_walk WHERE id = 1
