-- reads: identity_account
-- One outbox for all channels; the letters that there are move into it.
--
-- message_key: of all messages of a channel with one key there is one.
-- due_at: a created message is not sent before. claimed_at: since when somebody is sending it.
-- body, variables: forgotten once it has gone or run out (a letter may hold a one-time way in),
-- but for what the bell shows. text_hash: SHA-256 of what it said, to see what is said too often.
-- report_secret: guards the address to which a gateway reports.
CREATE TABLE notification_message (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL CHECK (channel IN ('in_app', 'email', 'sms', 'zalo')),
    lane TEXT NOT NULL CHECK (lane IN ('single', 'bulk')),
    account_id INTEGER REFERENCES identity_account (id),
    address TEXT NOT NULL,
    purpose TEXT NOT NULL,
    template_key TEXT NOT NULL,
    template_version INTEGER NOT NULL,
    variables TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    path TEXT NOT NULL,
    message_key TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    status TEXT NOT NULL CHECK (
        status IN ('created', 'sending', 'sent', 'delivered', 'temporary-failure',
                   'permanent-failure', 'technical-failure', 'uncertain', 'cancelled')
    ),
    error TEXT NOT NULL,
    provider TEXT NOT NULL,
    reference TEXT NOT NULL,
    report_secret TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    segments INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    claimed_at TEXT,
    settled_at TEXT,
    read_at TEXT
) {STRICT};

INSERT INTO notification_message (
    id, code, channel, lane, address, purpose, template_key, template_version, variables, subject,
    body, path, message_key, text_hash, status, error, provider, reference, report_secret,
    attempts, segments, created_at, due_at, expires_at, claimed_at, settled_at
)
SELECT id, code, 'email', 'single', recipient, 'account', '', 0, '{}', subject, body, '', code, '',
       CASE state WHEN 'waiting' THEN 'created' WHEN 'failed' THEN 'permanent-failure'
                  WHEN 'expired' THEN 'cancelled' ELSE state END,
       CASE state WHEN 'expired' THEN 'notification.expired' ELSE error END,
       '', '', '', attempts, 0, created_at, created_at, expires_at,
       CASE state WHEN 'sending' THEN created_at END, settled_at
  FROM notification_mail;

DROP TABLE notification_mail;

CREATE UNIQUE INDEX notification_message_key ON notification_message (channel, message_key);
CREATE INDEX notification_message_due ON notification_message (channel, lane, due_at)
    WHERE status = 'created';
CREATE INDEX notification_message_sending ON notification_message (claimed_at)
    WHERE status = 'sending';
CREATE INDEX notification_message_settled ON notification_message (settled_at)
    WHERE settled_at IS NOT NULL;
CREATE INDEX notification_message_stuck ON notification_message (id)
    WHERE status IN ('temporary-failure', 'permanent-failure', 'technical-failure', 'uncertain');
CREATE INDEX notification_message_text ON notification_message (expires_at)
    WHERE body <> '' AND channel <> 'in_app';
CREATE INDEX notification_message_address ON notification_message (channel, address, created_at);
CREATE INDEX notification_message_account ON notification_message (account_id, channel, id);
CREATE INDEX notification_message_unread ON notification_message (account_id)
    WHERE channel = 'in_app' AND read_at IS NULL;

-- What the administrators made of a template; version 0 is what the program brings.
CREATE TABLE notification_template (
    id INTEGER PRIMARY KEY,
    template_key TEXT NOT NULL,
    channel TEXT NOT NULL,
    version INTEGER NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    strips_marks INTEGER NOT NULL,
    provider_template TEXT NOT NULL,
    account_id INTEGER REFERENCES identity_account (id),
    created_at TEXT NOT NULL,
    UNIQUE (template_key, channel, version)
) {STRICT};

-- Who wants no more of a purpose on a channel. Only the row of now: who changes their mind again
-- is in the audit.
CREATE TABLE notification_refusal (
    id INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    purpose TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (channel, address, purpose)
) {STRICT};

-- The telephone that a person gave for SMS and Zalo.
CREATE TABLE notification_number (
    account_id INTEGER PRIMARY KEY REFERENCES identity_account (id),
    number TEXT NOT NULL,
    at TEXT NOT NULL
) {STRICT};

-- What a channel that costs money has cost on a day, in đồng: kept as a sum, never recounted.
CREATE TABLE notification_spending (
    day TEXT NOT NULL,
    channel TEXT NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (day, channel)
) {STRICT};

-- The tokens of a Zalo Official Account, sealed. A refresh token works once: whoever sets
-- renewing_until alone renews. first_token_hash: of the token that the operator gave, so that a
-- new one takes the place of what is here.
CREATE TABLE notification_zalo_token (
    app_id TEXT PRIMARY KEY,
    first_token_hash TEXT NOT NULL,
    access_token TEXT NOT NULL,
    access_until TEXT NOT NULL,
    refresh_token TEXT NOT NULL,
    renewing_until TEXT NOT NULL
) {STRICT};
