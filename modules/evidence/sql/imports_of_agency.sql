SELECT i.id, i.code, i.agency_id, i.file_name, '' AS content, i.state, i.created, i.changed,
       i.unchanged, i.proposed_at, i.account_id, i.done_at, i.undone_at
  FROM evidence_import i
 WHERE i.agency_id = $1
 ORDER BY i.proposed_at DESC, i.id DESC
 LIMIT 50
