-- How many obstacles an agency has left is told in reports: it does not grow with the years.
CREATE INDEX obligation_obstacle_left ON obligation_obstacle (agency_id, raised_at)
    WHERE state <> 'closed';
