-- One row a target with its result beside it (several results: several rows), and one a result or stated fulfilment
-- without a target. Left out, though they stand in targets and results: totals that only sum up the targets below
-- them; rejected targets and what was only cited with them; targets of an earlier year that no result answers; and
-- the degrees of an overview table (scope 'goal', printed_in 'table'), which are observations of that table; and results
-- that wait for the target of another document (is_open): target_results_across has them beside it.
CREATE OR REPLACE VIEW target_results AS
SELECT
    coalesce(r.document_id, t.document_id) AS document_id,
    coalesce(t.item_no, r.item_no) AS item_no,
    coalesce(t.attachment_no, r.attachment_no) AS attachment_no,
    coalesce(t.contract, r.contract) AS contract,
    t.party AS party,
    coalesce(t.goal_no, r.goal_no) AS goal_no,
    coalesce(t.sub_no, r.sub_no) AS sub_no,
    coalesce(t.level, r.level) AS level,
    coalesce(r.segment, t.segment) AS segment,
    coalesce(t.metric, r.metric) AS metric,
    t.comparator AS comparator,
    t.value AS target_value,
    t.unit AS target_unit,
    t.period AS target_period,
    t.page AS target_page,
    t.line AS target_line,
    r.value AS result_value,
    r.unit AS result_unit,
    r.period AS result_period,
    r.page AS result_page,
    r.line AS result_line,
    r.fulfilment_pct AS fulfilment_pct,
    coalesce(r.status, t.status) AS status,
    r.stated_status AS stated_status,
    t.standing AS standing,
    t.target_id AS target_id,
    r.result_id AS result_id,
    least(coalesce(t.confidence, 1), coalesce(r.confidence, 1)) AS confidence
FROM targets AS t
FULL OUTER JOIN results AS r ON r.target_id = t.target_id
WHERE coalesce(t.standing, '') NOT IN ('total', 'rejected', 'cited')
  AND NOT (coalesce(t.standing, '') = 'earlier' AND r.result_id IS NULL)
  AND NOT coalesce(r.is_open, false)
  AND NOT (r.result_id IS NOT NULL AND t.target_id IS NULL AND r.scope = 'goal' AND r.printed_in = 'table');
