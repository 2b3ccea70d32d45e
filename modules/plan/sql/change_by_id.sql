SELECT id, edition_id, kind, old_item_id, new_item_id, decision, version FROM plan_change WHERE id
    = $1
