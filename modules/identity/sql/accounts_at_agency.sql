SELECT (SELECT COUNT(*) FROM identity_account WHERE agency_id = $1)
       + (SELECT COUNT(*) FROM identity_grant WHERE branch_id = $1)
       + (SELECT COUNT(*) FROM identity_delegation WHERE branch_id = $1)
       + (SELECT COUNT(*) FROM identity_post p
           WHERE p.agency_id = $1
             AND NOT EXISTS (SELECT 1 FROM identity_account a
                              WHERE a.id = p.account_id AND a.agency_id = $1))
       + (SELECT COUNT(*) FROM identity_signer WHERE agency_id = $1)
       + (SELECT COUNT(*) FROM identity_headcount WHERE agency_id = $1) AS found
