-- state: waiting, running, done, dead (failed for good), cancelled.
-- due_at: a waiting job runs not before; a running job whose lease ends then is taken over.
-- lease: names the run that holds the job; who no longer holds it may write nothing.
CREATE TABLE job_queue (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    key TEXT,
    state TEXT NOT NULL,
    due_at TEXT NOT NULL,
    lease TEXT,
    attempts INTEGER NOT NULL,
    attempts_max INTEGER,
    percent INTEGER NOT NULL,
    text TEXT NOT NULL,
    error TEXT NOT NULL,
    error_detail TEXT NOT NULL,
    is_cancel_asked INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    finished_at TEXT
) {STRICT};

CREATE INDEX job_queue_due ON job_queue (due_at) WHERE state IN ('waiting', 'running');
CREATE UNIQUE INDEX job_queue_key ON job_queue (kind, key)
    WHERE key IS NOT NULL AND state IN ('waiting', 'running');
CREATE INDEX job_queue_finished ON job_queue (finished_at)
    WHERE state IN ('done', 'cancelled');
CREATE INDEX job_queue_state ON job_queue (state);
