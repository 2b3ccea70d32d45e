SELECT seq, hash, COALESCE(CAST(at AS TEXT), '') AS at, public_key, signature
  FROM audit_checkpoint
 WHERE seq > $1
 ORDER BY seq
 LIMIT $2
