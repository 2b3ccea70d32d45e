SELECT DISTINCT o.item_id, o.quota
  FROM obligation_obligation o
 WHERE o.plan_id = $1
   AND SUBSTR(o.quota, 1, 1) IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')
 ORDER BY o.item_id DESC, o.quota
