-- In the opposite order.
SELECT number, thing, row_id, before, after FROM organisation_import_change
 WHERE import_id = $1
 ORDER BY id DESC
 LIMIT 200000
