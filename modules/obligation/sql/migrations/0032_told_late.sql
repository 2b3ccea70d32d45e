-- reads: evidence_fact
-- Obligations done in time of which a result was told to the system after the last day only. What
-- was told in time and corrected later is told in time; of corrections of corrections nothing is
-- said. Own plans are recorded when they are accepted, which is not when they were sent. Days end
-- at 17:00 UTC.
CREATE VIEW obligation_told_late AS
SELECT c.obligation_id
  FROM obligation_count c
  JOIN obligation_obligation o ON o.id = c.obligation_id
  JOIN evidence_fact f ON f.id = c.fact_id
 WHERE o.done_on <= o.due_on AND o.closing = '' AND o.product <> 'own_plan'
   AND f.happened_on <= o.due_on AND f.recorded_at >= o.due_on || 'T17'
   AND NOT EXISTS (
       SELECT 1
         FROM evidence_fact e
        WHERE e.id = f.supersedes
          AND (e.recorded_at < o.due_on || 'T17' OR e.supersedes IS NOT NULL));
