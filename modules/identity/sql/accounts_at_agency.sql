SELECT (SELECT COUNT(*) FROM identity_account WHERE agency_id = $1)
       + (SELECT COUNT(*) FROM identity_grant WHERE branch_id = $1) AS found
