-- Whom somebody was reminded of: a proposal that waits for an answer since its step of that
-- version, by one rule, once.
CREATE TABLE obligation_proposal_reminder (
    proposal_id INTEGER NOT NULL REFERENCES obligation_proposal (id),
    version INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    rule TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    PRIMARY KEY (proposal_id, version, account_id, rule)
) {STRICT};
CREATE INDEX obligation_proposal_reminder_to ON obligation_proposal_reminder (account_id, sent_at);
-- By the day since which they wait.
CREATE INDEX obligation_proposal_waiting_since ON obligation_proposal (changed_at, id)
    WHERE state IN ('proposed', 'countered');
