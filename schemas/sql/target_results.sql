CREATE OR REPLACE VIEW target_results AS
SELECT
  t.document_id, t.item_no, t.attachment_no, t.contract, t.goal_no, t.sub_no, t.level,
  coalesce(r.segment, t.segment) AS segment, t.metric, t.comparator,
  t.value AS target_value, t.unit AS target_unit, t.period AS target_period, t.page AS target_page, t.line AS target_line,
  r.value AS result_value, r.unit AS result_unit, r.period AS result_period, r.page AS result_page, r.line AS result_line,
  r.fulfilment_pct, coalesce(r.status, t.status) AS status, t.target_id, r.result_id,
  least(t.confidence, coalesce(r.confidence, 1)) AS confidence
FROM targets t LEFT JOIN results r ON r.target_id = t.target_id
UNION ALL
SELECT
  r.document_id, r.item_no, r.attachment_no, r.contract, r.goal_no, r.sub_no, r.level, r.segment, r.metric, NULL,
  NULL, NULL, NULL, NULL, NULL, r.value, r.unit, r.period, r.page, r.line,
  r.fulfilment_pct, r.status, NULL, r.result_id, r.confidence
FROM results r WHERE r.target_id IS NULL
