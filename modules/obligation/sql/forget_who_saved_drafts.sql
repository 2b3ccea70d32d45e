UPDATE obligation_draft SET saved_by = 0 WHERE saved_by = $1
