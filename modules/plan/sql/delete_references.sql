DELETE FROM plan_reference WHERE edition_id = $1
