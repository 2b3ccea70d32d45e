DELETE FROM evidence_import WHERE proposed_at < $1 AND state = 'proposed'
