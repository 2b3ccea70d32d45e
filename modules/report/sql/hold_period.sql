UPDATE report_period SET version = version WHERE id = $1
