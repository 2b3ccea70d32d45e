SELECT v.indicator, v.numerator, v.denominator, v.computed, v.computed_denominator
  FROM report_value v
 WHERE v.report_id = $1
 ORDER BY v.indicator
