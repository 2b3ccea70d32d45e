DELETE FROM plan_recipient WHERE edition_id = $1
