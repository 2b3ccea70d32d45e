DELETE FROM plan_line WHERE edition_id = $1
