SELECT agency.item_id, agency.role, agency.text, agency.agency_id, agency.group_id
FROM plan_item_agency AS agency
    JOIN plan_item AS item ON item.id = agency.item_id
WHERE item.edition_id = $1
ORDER BY agency.item_id, agency.role, agency.number
