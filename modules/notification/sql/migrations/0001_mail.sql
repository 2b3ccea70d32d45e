-- Letters that the program sends. The text goes as soon as the mail server has it, or when what
-- it says has run out: it may hold a one-time way in.
CREATE TABLE notification_mail (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (
        state IN ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'expired')
    ),
    attempts INTEGER NOT NULL,
    error TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    settled_at TEXT
) {STRICT};
