-- What somebody owes still, as lists show it: with its work, when somebody was nudged about it
-- last, and by which agency.
CREATE VIEW obligation_still_owed AS
SELECT o.id, o.code, o.plan_id, o.lineage, o.item_id, o.agency_id, o.role, o.quota, o.period,
       o.begins_on, o.ends_on, o.due_on, o.needed, o.unit, o.product, o.is_requested, o.done,
       o.done_on, o.parent_id, o.giver_id, o.assigned_to, o.closing, o.closing_reason, o.closed_by,
       o.closed_at, o.version, w.path, w.title, w.area, w.position, w.owed_with,
       (SELECT MAX(r.day)
          FROM obligation_reminder r
         WHERE r.obligation_id = o.id AND r.nudged_by <> 0) AS nudged_on,
       (SELECT MAX(r.nudged_by)
          FROM obligation_reminder r
         WHERE r.obligation_id = o.id AND r.nudged_by <> 0
           AND r.day = (SELECT MAX(l.day)
                          FROM obligation_reminder l
                         WHERE l.obligation_id = o.id AND l.nudged_by <> 0)) AS nudged_by
  FROM obligation_obligation o
  JOIN obligation_work w ON w.plan_id = o.plan_id AND w.lineage = o.lineage
 WHERE o.done_on IS NULL AND o.closing = '' AND o.is_requested = 0;
