SELECT id, code, script_id, agency_id, group_id, from_on, to_on, weekdays, minutes,
    plays_on_holidays, made_by, made_at, ended_at, version
FROM channel_airing WHERE code = $1
