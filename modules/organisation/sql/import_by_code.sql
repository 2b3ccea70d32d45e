SELECT id, code, file_name, content, day, state, created, changed, unchanged, proposed_at,
       proposed_by, done_at, undone_at
  FROM organisation_import WHERE code = $1
