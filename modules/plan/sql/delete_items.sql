DELETE FROM plan_item WHERE edition_id = $1
