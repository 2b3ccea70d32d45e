-- What became of the messages to a crowd about one page of ours: counted without touching the rows.
CREATE INDEX notification_message_crowd ON notification_message (path, channel, status)
    WHERE lane = 'bulk' AND path <> '';
