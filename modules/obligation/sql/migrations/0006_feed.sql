-- Addresses of calendars; of each only the hash of its secret is kept.
CREATE TABLE obligation_feed (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    account_id INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    only_mine INTEGER NOT NULL CHECK (only_mine IN (0, 1)),
    secret_hash TEXT NOT NULL UNIQUE,
    made_at TEXT NOT NULL
) {STRICT};
CREATE INDEX obligation_feed_of_account ON obligation_feed (account_id);
