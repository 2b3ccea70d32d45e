SELECT i.id, i.code, i.agency_id, i.file_name, i.content, i.state, i.created, i.changed,
       i.unchanged, i.proposed_at, i.account_id, i.done_at, i.undone_at
  FROM evidence_import i
 WHERE i.code = $1
