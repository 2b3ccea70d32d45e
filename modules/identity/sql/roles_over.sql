-- reads: organisation_agency organisation_name organisation_parent
-- The roles of an account on branches that hold the agency $2 on the day $3: its own, one above it,
-- the whole province, or the committee whose branch that is. Then what was delegated to it, as long
-- as its giver holds the role on all that it was given for. The depth is bounded, as a ring of
-- parents by mistake must end; what is the whole province stands above all of them. A disabled
-- account holds nothing and hands nothing on.
WITH RECURSIVE above (id, depth) AS (
    SELECT a.id, 0 FROM organisation_agency a WHERE a.id = $2
    UNION
    SELECT p.parent_id, above.depth + 1
      FROM organisation_parent p
      JOIN above ON p.agency_id = above.id
     WHERE above.depth < 8
       AND p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to >= $3)
), branch (id, depth) AS (
    SELECT above.id, above.depth FROM above
    UNION
    SELECT 0, 9
    UNION
    SELECT c.id, 9
      FROM organisation_agency c
      JOIN organisation_name n
        ON n.agency_id = c.id AND n.kind = 'provincial_committee'
       AND n.valid_from <= $3 AND (n.valid_to IS NULL OR n.valid_to >= $3)
     WHERE c.valid_from <= $3 AND (c.valid_to IS NULL OR c.valid_to >= $3)
       AND NOT EXISTS (SELECT 1 FROM organisation_parent p
                        WHERE p.agency_id = c.id AND p.valid_from <= $3
                          AND (p.valid_to IS NULL OR p.valid_to >= $3))
), held (account_id, role, depth) AS (
    SELECT g.account_id, g.role, branch.depth
      FROM identity_grant g
      JOIN branch ON branch.id = g.branch_id
      JOIN identity_account a ON a.id = g.account_id
     WHERE a.disabled_at IS NULL
       AND (g.account_id = $1
            OR g.account_id IN (SELECT d.delegator_id FROM identity_delegation d
                                 WHERE d.delegate_id = $1 AND d.ended_at IS NULL
                                   AND d.valid_from <= $3 AND d.valid_to >= $3))
)
SELECT held.role
  FROM held
 WHERE held.account_id = $1
UNION
SELECT d.role
  FROM identity_delegation d
  JOIN identity_account a ON a.id = d.delegate_id
  JOIN branch ON branch.id = d.branch_id
  JOIN held ON held.account_id = d.delegator_id AND held.role = d.role
           AND held.depth >= branch.depth
 WHERE d.delegate_id = $1 AND a.disabled_at IS NULL
   AND d.ended_at IS NULL AND d.valid_from <= $3 AND d.valid_to >= $3
 ORDER BY role
 LIMIT 100
