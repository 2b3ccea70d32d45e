DELETE FROM plan_change WHERE edition_id = $1
