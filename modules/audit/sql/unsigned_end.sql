-- The end of the chain, unless it is signed already.
SELECT h.seq, h.hash
  FROM audit_head h
 WHERE h.id = 1 AND h.seq > 0
   AND NOT EXISTS (SELECT 1 FROM audit_checkpoint c WHERE c.seq = h.seq)
