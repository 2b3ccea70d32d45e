-- A design drawn anew for every agency of a group, with each one's name and telephone: one set of
-- files, which the next takes the place of.
CREATE TABLE channel_print_batch (
    id INTEGER PRIMARY KEY,
    design_id INTEGER NOT NULL UNIQUE REFERENCES channel_print_design (id),
    group_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('making', 'ready', 'failed')),
    sheets INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    file_id INTEGER NOT NULL,
    fault TEXT NOT NULL,
    job_id INTEGER NOT NULL,
    made_by INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    CHECK (state <> 'ready' OR file_id > 0)
) {STRICT};
CREATE INDEX channel_print_batch_by_maker ON channel_print_batch (made_by);
