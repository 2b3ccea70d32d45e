DELETE FROM organisation_import WHERE proposed_at < $1 AND state = 'proposed'
