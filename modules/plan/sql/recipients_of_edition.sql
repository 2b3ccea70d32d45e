SELECT name, mark FROM plan_recipient WHERE edition_id = $1 ORDER BY number
