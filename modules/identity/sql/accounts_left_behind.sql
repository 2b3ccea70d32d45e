-- reads: organisation_agency
SELECT a.id, a.name, a.agency_id, a.disabled_at, a.code, a.user_name
  FROM identity_account a
 WHERE a.disabled_at IS NULL
   AND (EXISTS (SELECT 1 FROM organisation_agency o
                 WHERE o.id = a.agency_id AND o.valid_to < $1)
     OR EXISTS (SELECT 1 FROM identity_grant g
                  JOIN organisation_agency b ON b.id = g.branch_id
                 WHERE g.account_id = a.id AND b.valid_to < $1))
 ORDER BY a.id
 LIMIT $2
