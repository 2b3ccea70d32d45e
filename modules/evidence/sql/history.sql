WITH RECURSIVE chain (id, depth) AS (
    SELECT first.id, 0 FROM evidence_fact first WHERE first.id = $1
    UNION ALL
    SELECT fact.supersedes, chain.depth + 1
      FROM evidence_fact fact
      JOIN chain ON fact.id = chain.id
     WHERE fact.supersedes IS NOT NULL AND chain.depth < 1000
)
SELECT f.id, f.code, f.kind, f.unit, f.product, f.agency_id, f.happened_on, f.quantity, f.title,
       f.link, f.file_sha256, f.attachment_id, f.source_module, f.source_object, f.supersedes,
       f.recorded_at, f.recorded_by, f.is_typed, f.standing
  FROM chain
  JOIN evidence_ledger f ON f.id = chain.id
 ORDER BY chain.depth
