-- Fields of a table begin with its key and a slash; '0' comes next after '/'.
DELETE FROM report_cell
WHERE report_id = $1 AND field >= $2 AND field < $4 AND row_number = $3
