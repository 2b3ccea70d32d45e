SELECT id, code, file_name, '' AS content, day, state, created, changed, unchanged, proposed_at,
       proposed_by, done_at, undone_at
  FROM organisation_import
 ORDER BY proposed_at DESC, id DESC
 LIMIT 50
