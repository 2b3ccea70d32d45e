-- Where a message never reached the person and another channel took over: which one, at both ends.
-- Its variables are kept so long, or until they run out, which the index finds.
ALTER TABLE notification_message ADD COLUMN took_over_from TEXT NOT NULL DEFAULT '';
ALTER TABLE notification_message ADD COLUMN handed_to TEXT NOT NULL DEFAULT '';

DROP INDEX notification_message_text;
CREATE INDEX notification_message_text ON notification_message (expires_at)
    WHERE (body <> '' OR variables <> '{}') AND channel <> 'in_app';
