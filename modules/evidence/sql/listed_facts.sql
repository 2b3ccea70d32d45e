-- What an agency sees of its ledger: newest first; what was corrected shows in its correction.
SELECT f.id, f.code, f.kind, f.unit, f.product, f.agency_id, f.happened_on, f.quantity, f.title,
       f.link, f.file_sha256, f.attachment_id, f.source_module, f.source_object, f.supersedes,
       f.recorded_at, f.recorded_by, f.is_typed, f.standing
  FROM evidence_ledger f
 WHERE f.agency_id = $1
   AND ($2 = '' OR f.product = $2)
   AND ($3 = '' OR f.standing = $3)
   AND ($9 = '' OR f.kind = $9)
   AND f.standing <> 'superseded'
   AND f.happened_on BETWEEN $4 AND $5
   AND (f.happened_on, f.id) < ($6, $7)
 ORDER BY f.happened_on DESC, f.id DESC
 LIMIT $8
