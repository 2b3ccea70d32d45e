-- Numbers of tables whose rows the form has, as they stand sent: like report_value, row by row.
CREATE TABLE report_table_value (
    report_id INTEGER NOT NULL REFERENCES report_report (id),
    table_key TEXT NOT NULL,
    row_name TEXT NOT NULL,
    column_key TEXT NOT NULL,
    period_id INTEGER NOT NULL,
    collector_id INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    numerator INTEGER NOT NULL,
    PRIMARY KEY (report_id, table_key, row_name, column_key)
) {STRICT};
CREATE INDEX report_table_value_of_period ON report_table_value
    (period_id, collector_id, table_key, row_name, column_key, agency_id, numerator);
