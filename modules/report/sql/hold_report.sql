UPDATE report_report SET version = version WHERE code = $1
