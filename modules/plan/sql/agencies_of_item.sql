SELECT item_id, role, text, agency_id, group_id FROM plan_item_agency WHERE item_id = $1 ORDER BY
    role, number
