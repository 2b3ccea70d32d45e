SELECT h.seq, h.hash, (SELECT MAX(e.seq) FROM audit_entry e) AS last_seq
  FROM audit_head h
 WHERE h.id = 1
