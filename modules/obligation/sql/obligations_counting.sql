SELECT o.id, o.code, o.plan_id, o.lineage, o.item_id, o.agency_id, o.role, o.quota, o.period,
       o.begins_on, o.ends_on, o.due_on, o.needed, o.unit, o.product, o.is_requested, o.done,
       o.done_on, o.parent_id, o.giver_id,
       o.assigned_to, o.closing, o.closing_reason, o.closed_by, o.closed_at, o.version
  FROM obligation_obligation o
 WHERE o.agency_id = $1 AND o.product = $2 AND o.ends_on >= $3 AND o.begins_on <= $3
   AND o.closing <> 'closed'
 ORDER BY o.id
