SELECT id, lineage FROM plan_item WHERE edition_id = $1 ORDER BY position, id
