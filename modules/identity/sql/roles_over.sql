-- reads: organisation_agency organisation_name organisation_parent
-- The roles of an account on branches that hold the agency $2 on the day $3: its own, one above it,
-- the whole province, or the committee whose branch that is. The depth is bounded, as a ring of
-- parents by mistake must end; a disabled account holds nothing.
WITH RECURSIVE above (id, depth) AS (
    SELECT a.id, 0 FROM organisation_agency a WHERE a.id = $2
    UNION
    SELECT p.parent_id, above.depth + 1
      FROM organisation_parent p
      JOIN above ON p.agency_id = above.id
     WHERE above.depth < 8
       AND p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to >= $3)
)
SELECT g.role
  FROM identity_grant g
  JOIN identity_account a ON a.id = g.account_id
 WHERE g.account_id = $1 AND a.disabled_at IS NULL
   AND (g.branch_id = 0
        OR g.branch_id IN (SELECT above.id FROM above)
        OR EXISTS (SELECT 1
                     FROM organisation_agency c
                     JOIN organisation_name n
                       ON n.agency_id = c.id AND n.kind = 'provincial_committee'
                      AND n.valid_from <= $3 AND (n.valid_to IS NULL OR n.valid_to >= $3)
                    WHERE c.id = g.branch_id
                      AND c.valid_from <= $3 AND (c.valid_to IS NULL OR c.valid_to >= $3)
                      AND NOT EXISTS (SELECT 1 FROM organisation_parent p
                                       WHERE p.agency_id = c.id AND p.valid_from <= $3
                                         AND (p.valid_to IS NULL OR p.valid_to >= $3))))
 ORDER BY g.role
 LIMIT 100
