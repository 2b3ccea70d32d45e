DELETE FROM evidence_import WHERE id = $1 AND state = 'proposed'
