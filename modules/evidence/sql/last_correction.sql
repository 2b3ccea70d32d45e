-- The fact that stands for this one now: the last of its corrections, or itself.
WITH RECURSIVE chain (id, depth) AS (
    SELECT first.id, 0 FROM evidence_fact first WHERE first.id = $1
    UNION ALL
    SELECT later.id, chain.depth + 1
      FROM evidence_fact later
      JOIN chain ON later.supersedes = chain.id
     WHERE chain.depth < 1000
)
SELECT chain.id FROM chain ORDER BY chain.depth DESC LIMIT 1
