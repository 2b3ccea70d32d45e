DELETE FROM attachment_fault
 WHERE fault <> 'orphan' AND sha256 > $1 AND sha256 <= $2 AND seen_at < $3
