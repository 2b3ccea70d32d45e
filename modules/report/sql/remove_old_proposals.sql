DELETE FROM report_proposal WHERE made_at < $1
