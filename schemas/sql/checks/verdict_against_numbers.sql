-- A verdict that the two numbers and the comparator contradict.
SELECT t.document_id, CAST(NULL AS VARCHAR) AS table_id,
  'target ' || coalesce(t.sub_no, t.goal_no, t.metric, '') || ' is marked ' || r.status AS message,
  t.comparator || ' ' || t.value AS expected, CAST(r.value AS VARCHAR) AS actual
FROM targets t JOIN results r USING (target_id)
WHERE r.value IS NOT NULL AND coalesce(t.unit, '') = coalesce(r.unit, '')
  AND ((r.status = 'met' AND t.comparator = '>=' AND r.value < t.value)
    OR (r.status = 'met' AND t.comparator = '<=' AND r.value > t.value)
    OR (r.status = 'not_met' AND t.comparator = '>=' AND r.value >= t.value)
    OR (r.status = 'not_met' AND t.comparator = '<=' AND r.value <= t.value))
