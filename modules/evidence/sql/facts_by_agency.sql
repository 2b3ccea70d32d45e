SELECT f.id, f.code, f.kind, f.unit, f.product, f.agency_id, f.happened_on, f.quantity, f.title,
       f.link, f.file_sha256, f.attachment_id, f.source_module, f.source_object, f.supersedes,
       f.recorded_at, f.recorded_by, f.is_typed, f.standing
  FROM evidence_ledger f
 WHERE f.agency_id = $1
   AND ($2 = '' OR f.kind = $2)
   AND ($8 = '' OR f.product = $8)
   AND f.happened_on BETWEEN $3 AND $4
   AND (f.happened_on, f.id) > ($5, $6)
   AND f.standing = 'counts'
 ORDER BY f.happened_on, f.id
 LIMIT $7
