SELECT o.id, o.code, o.plan_id, o.lineage, o.item_id, o.agency_id, o.role, o.quota, o.period,
       o.begins_on, o.ends_on, o.due_on, o.needed, o.unit, o.product, o.is_requested, o.done,
       o.done_on, o.parent_id, o.giver_id,
       o.assigned_to, o.closing, o.closing_reason, o.closed_by, o.closed_at, o.version, p.named_on,
       p.given_on, p.note, p.proposal_id
  FROM obligation_obligation o
  JOIN obligation_part p ON p.obligation_id = o.id
 WHERE o.parent_id = $1 AND o.parent_id <> 0
 ORDER BY o.due_on, o.id
 LIMIT $2
