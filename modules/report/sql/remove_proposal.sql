DELETE FROM report_proposal WHERE id = $1
