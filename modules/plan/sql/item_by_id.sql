SELECT item.id, item.edition_id, item.lineage, item.position, item.path, item.type, item.title,
    item.area, item.requested,
    item.first_line, item.last_line, item.confidence, item.is_reviewed, item.is_removed,
    item.terms, item.version
FROM plan_item AS item
WHERE item.id = $1
