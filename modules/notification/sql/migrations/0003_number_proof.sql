-- reads: identity_account
-- A number counts once its telephone has shown the code that was sent to it: `number` is the proven
-- one, `waiting` the one that has yet to be. What was taken without proof waits.
CREATE TABLE notification_number_new (
    account_id INTEGER PRIMARY KEY REFERENCES identity_account (id),
    number TEXT NOT NULL,
    at TEXT NOT NULL,
    waiting TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    code_until TEXT NOT NULL,
    tries INTEGER NOT NULL,
    codes_sent INTEGER NOT NULL,
    codes_since TEXT NOT NULL
) {STRICT};
INSERT INTO notification_number_new (
    account_id, number, at, waiting, code_hash, code_until, tries, codes_sent, codes_since
)
SELECT account_id, '', at, number, '', at, 0, 0, at FROM notification_number;
DROP TABLE notification_number;
ALTER TABLE notification_number_new RENAME TO notification_number;
