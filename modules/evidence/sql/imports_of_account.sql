SELECT i.file_name, i.created, i.changed, i.proposed_at
  FROM evidence_import i
 WHERE i.account_id = $1
 ORDER BY i.proposed_at DESC, i.id DESC
 LIMIT 5000
