SELECT id, edition_id, number, kind, old_item_id, new_item_id, decision, version
FROM plan_change
WHERE edition_id = $1
ORDER BY number
