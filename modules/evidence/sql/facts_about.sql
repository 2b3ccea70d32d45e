-- reads: organisation_name
-- What the ledger says about an agency, newest first, with who recorded it as named then and how it
-- was announced; what was corrected shows in its correction.
SELECT f.id, f.code, f.kind, f.unit, f.product, f.agency_id, f.happened_on, f.quantity, f.title,
       f.link, f.file_sha256, f.attachment_id, f.source_module, f.source_object, f.supersedes,
       f.recorded_at, f.recorded_by, f.is_typed, f.standing,
       COALESCE(m.manner, '') AS manner,
       n.name AS recorder
  FROM evidence_subject s
  JOIN evidence_ledger f ON f.id = s.fact_id
  JOIN organisation_name n
    ON n.agency_id = f.agency_id
   AND n.valid_from = COALESCE((SELECT MAX(o.valid_from)
                                  FROM organisation_name o
                                 WHERE o.agency_id = f.agency_id AND o.valid_from <= f.happened_on),
                               (SELECT MIN(o.valid_from)
                                  FROM organisation_name o
                                 WHERE o.agency_id = f.agency_id))
  LEFT JOIN evidence_manner m ON m.fact_id = f.id
 WHERE s.agency_id = $1
   AND ($2 = 0 OR f.agency_id = $2)
   AND ($3 = '' OR f.product = $3)
   AND ($4 = '' OR f.standing = $4)
   AND f.standing <> 'superseded'
   AND f.happened_on BETWEEN $5 AND $6
   AND (f.happened_on, f.id) < ($7, $8)
 ORDER BY f.happened_on DESC, f.id DESC
 LIMIT $9
