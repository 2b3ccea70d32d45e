-- The change locks the row until the end of the transaction: one chain, whoever writes at once.
UPDATE audit_head SET seq = seq + 1 WHERE id = 1 RETURNING seq, hash
