-- From one moment to another: none of those that wait for longer is looked at.
SELECT p.id, p.code, p.whole_id, p.plan_id, p.lineage, p.giver_id, p.agency_id, p.state, p.content,
       p.measure, p.needed, p.due_on, p.later, p.changed_at, p.version
  FROM obligation_proposal p
 WHERE p.state IN ('proposed', 'countered')
   AND (p.changed_at, p.id) > ($1, $2) AND p.changed_at < $3
 ORDER BY p.changed_at, p.id
 LIMIT $4
