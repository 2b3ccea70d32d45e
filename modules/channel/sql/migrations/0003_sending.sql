-- How far the letters of an issue have gone into the outbox: in the transaction of each lot, so
-- that whoever is killed goes on behind it.
CREATE TABLE channel_sending (
    issue_id INTEGER PRIMARY KEY REFERENCES channel_issue (id),
    cursor_id INTEGER NOT NULL,
    posted INTEGER NOT NULL,
    begun_at TEXT NOT NULL,
    done_at TEXT
) {STRICT};

-- How often letters to an address failed, since when: the rule that counts them is dated data.
ALTER TABLE channel_subscriber ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE channel_subscriber ADD COLUMN failing_since TEXT;
