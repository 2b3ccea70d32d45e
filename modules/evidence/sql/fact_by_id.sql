SELECT f.id, f.kind, f.unit, f.product, f.agency_id, f.happened_on, f.quantity, f.title, f.link,
       f.file_sha256, f.source_module, f.source_object, f.supersedes, f.recorded_at, f.recorded_by
  FROM evidence_fact f
 WHERE f.id = $1
