-- An own plan that waits to be judged settles its obligation, too.
SELECT o.id, o.code
  FROM obligation_obligation o
  LEFT JOIN (SELECT obligation_id, SUM(quantity) AS quantity
               FROM obligation_count
              GROUP BY obligation_id) counted ON counted.obligation_id = o.id
 WHERE o.done <> COALESCE(counted.quantity, 0)
    OR (o.done >= o.needed
        OR (o.product = 'own_plan'
            AND EXISTS (SELECT 1 FROM obligation_own_plan p
                         WHERE p.obligation_id = o.id AND p.state = 'sent')))
       <> (o.done_on IS NOT NULL)
 LIMIT 100
