SELECT s.step, s.agency_id, s.account_id, s.taken_at, s.text, s.content, s.measure, s.needed,
       s.due_on
  FROM obligation_proposal_step s
 WHERE s.proposal_id = $1
 ORDER BY s.id
 LIMIT $2
