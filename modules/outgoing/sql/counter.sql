SELECT last, begun_after FROM outgoing_counter WHERE agency_id = $1 AND series = $2 AND year = $3
