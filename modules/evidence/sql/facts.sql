SELECT f.id, f.code, f.kind, f.unit, f.product, f.agency_id, f.happened_on, f.quantity, f.title,
       f.link, f.file_sha256, f.attachment_id, f.source_module, f.source_object, f.supersedes,
       f.recorded_at, f.recorded_by, f.is_typed, f.standing
  FROM evidence_ledger f
 WHERE ($1 = '' OR f.kind = $1)
   AND ($7 = '' OR f.product = $7)
   AND f.happened_on BETWEEN $2 AND $3
   AND (f.happened_on, f.id) > ($4, $5)
   AND f.standing = 'counts'
 ORDER BY f.happened_on, f.id
 LIMIT $6
