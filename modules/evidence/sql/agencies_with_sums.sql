-- From one agency to the next, however many rows each has.
WITH RECURSIVE known (id) AS (
    SELECT MIN(first.agency_id) FROM evidence_day_sum first
    UNION ALL
    SELECT (SELECT MIN(later.agency_id) FROM evidence_day_sum later
             WHERE later.agency_id > known.id)
      FROM known
     WHERE known.id IS NOT NULL
)
SELECT known.id FROM known WHERE known.id IS NOT NULL ORDER BY known.id
