-- The depth is bounded: a ring of parents by mistake ends all the same.
WITH RECURSIVE above (id, depth) AS (
    SELECT a.id, 0 FROM organisation_agency a WHERE a.id = $1
    UNION
    SELECT p.parent_id, above.depth + 1
      FROM organisation_parent p
      JOIN above ON p.agency_id = above.id
     WHERE above.depth < 8
       AND p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to >= $3)
)
SELECT COUNT(*) AS found FROM above WHERE id = $2
