SELECT count(*) AS number FROM plan_line WHERE edition_id = $1 AND fate = 'unknown' AND settled = 0
