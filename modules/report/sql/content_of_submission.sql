SELECT s.content FROM report_submission s WHERE s.id = $1
