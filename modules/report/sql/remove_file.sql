DELETE FROM report_file WHERE report_id = $1 AND attachment_id = $2
