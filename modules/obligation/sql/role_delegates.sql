-- reads: identity_account identity_delegation identity_grant
-- Who stands in on the day $3 for those who hold the role $1 on exactly the branch $2 themselves,
-- by a delegation of just that.
SELECT DISTINCT d.delegate_id
  FROM identity_grant g
  JOIN identity_account giver ON giver.id = g.account_id AND giver.disabled_at IS NULL
  JOIN identity_delegation d
    ON d.delegator_id = g.account_id AND d.role = g.role AND d.branch_id = g.branch_id
  JOIN identity_account a ON a.id = d.delegate_id AND a.disabled_at IS NULL
 WHERE g.branch_id = $2 AND g.role = $1
   AND d.ended_at IS NULL AND d.valid_from <= $3 AND d.valid_to >= $3
 ORDER BY d.delegate_id
 LIMIT 100
