DELETE FROM organisation_import WHERE id = $1 AND state = 'proposed'
