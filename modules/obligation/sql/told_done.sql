-- What an agency did of a plan in some days.
SELECT o.id, o.code, o.plan_id, o.lineage, o.item_id, o.agency_id, o.role, o.quota, o.period,
       o.begins_on, o.ends_on, o.due_on, o.needed, o.unit, o.product, o.is_requested, o.done,
       o.done_on, o.parent_id, o.giver_id,
       o.assigned_to, o.closing, o.closing_reason, o.closed_by, o.closed_at, o.version, w.path,
       w.title, w.area, w.position, w.owed_with
  FROM obligation_obligation o
  JOIN obligation_work w ON w.plan_id = o.plan_id AND w.lineage = o.lineage
 WHERE o.agency_id = $1 AND o.plan_id = $2 AND o.done_on BETWEEN $3 AND $4 AND o.closing = ''
 ORDER BY o.done_on, o.id
 LIMIT $5
