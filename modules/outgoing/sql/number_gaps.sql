SELECT c.series, c.year, c.last - c.begun_after - count(n.number) AS missing
FROM outgoing_counter c
LEFT JOIN outgoing_number n ON n.agency_id = c.agency_id AND n.series = c.series AND n.year = c.year
    AND n.number > c.begun_after AND n.number <= c.last
GROUP BY c.agency_id, c.series, c.year, c.last, c.begun_after
HAVING c.last - c.begun_after <> count(n.number)
ORDER BY c.year, c.series, c.agency_id LIMIT $1
