SELECT f.id, f.code, f.kind, f.unit, f.product, f.agency_id, f.happened_on, f.quantity, f.title,
       f.link, f.file_sha256, f.attachment_id, f.source_module, f.source_object, f.supersedes,
       f.recorded_at, f.recorded_by, f.is_typed, f.standing
  FROM evidence_ledger f
 WHERE f.id = (SELECT MAX(having_it.fact_id)
                 FROM (SELECT own.id AS fact_id
                         FROM evidence_fact own
                        WHERE own.attachment_id = $1 AND own.attachment_id <> 0
                        UNION ALL
                       SELECT c.fact_id
                         FROM evidence_capture c
                        WHERE c.attachment_id = $1) AS having_it)
