INSERT INTO obligation_work (plan_id, lineage, path, title, area, position, owed_with)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (plan_id, lineage) DO UPDATE
   SET path = excluded.path, title = excluded.title, area = excluded.area,
       position = excluded.position, owed_with = excluded.owed_with, is_gone = 0
