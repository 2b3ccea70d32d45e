INSERT INTO plan_item_agency (item_id, role, number, text, agency_id, group_id) VALUES ($1, $2,
    $3, $4, $5, $6)
