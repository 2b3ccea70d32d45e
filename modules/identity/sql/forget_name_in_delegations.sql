UPDATE identity_delegation
   SET made_by = CASE WHEN made_by = $2 THEN $3 ELSE made_by END,
       ended_by = CASE WHEN ended_by = $2 THEN $3 ELSE ended_by END
 WHERE delegator_id = $1 OR delegate_id = $1
