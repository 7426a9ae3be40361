-- Answers about goals, drawn from target_results. Targets that are only proposed do not count here.

-- Targets that were not met, or only in part, with the result and how far it missed (in the target's unit).
CREATE OR REPLACE VIEW targets_missed AS
SELECT
    document_id, item_no, attachment_no, contract, party, goal_no, sub_no, level, segment, metric, comparator,
    target_value, target_unit, target_period, result_value, result_unit, result_period, fulfilment_pct, status,
    CASE
        WHEN target_unit IS NOT DISTINCT FROM result_unit THEN result_value - target_value
    END AS difference,
    target_page, target_line, result_page, result_line, target_id, result_id, confidence
FROM target_results
WHERE status IN ('not_met', 'partly') AND target_id IS NOT NULL AND standing NOT IN ('proposed', 'rejected', 'cited');

-- Every goal of a contract: how many targets it has, how they stand, the stated degree of the whole goal.
CREATE OR REPLACE VIEW targets_by_goal AS
WITH whole AS (
    SELECT document_id, item_no, goal_no, max(fulfilment_pct) AS fulfilment_pct, any_value(contract) AS contract
    FROM results
    WHERE scope = 'goal' AND target_id IS NULL AND goal_no IS NOT NULL AND value IS NULL
    GROUP BY document_id, item_no, goal_no
),
counted AS (
    SELECT
        document_id, item_no, goal_no,
        any_value(contract) AS contract,
        any_value(party) AS party,
        any_value(level) AS level,
        count(DISTINCT target_id) AS targets,
        count(DISTINCT target_id) FILTER (WHERE result_id IS NOT NULL) AS with_result,
        count(*) FILTER (WHERE status = 'met') AS met,
        count(*) FILTER (WHERE status IN ('not_met', 'partly')) AS missed,
        count(*) FILTER (WHERE status = 'pending') AS pending,
        count(*) FILTER (WHERE status = 'unknown') AS unknown,
        CASE WHEN count(DISTINCT target_id) = 1 THEN max(fulfilment_pct) END AS told_of_one
    FROM target_results
    WHERE target_id IS NOT NULL AND goal_no IS NOT NULL AND standing NOT IN ('proposed', 'rejected', 'cited')
    GROUP BY document_id, item_no, goal_no
)
SELECT
    coalesce(c.document_id, w.document_id) AS document_id,
    coalesce(c.item_no, w.item_no) AS item_no,
    coalesce(c.contract, w.contract) AS contract,
    c.party AS party,
    coalesce(c.goal_no, w.goal_no) AS goal_no,
    c.level AS level,
    coalesce(c.targets, 0) AS targets,
    coalesce(c.with_result, 0) AS with_result,
    coalesce(c.met, 0) AS met,
    coalesce(c.missed, 0) AS missed,
    coalesce(c.pending, 0) AS pending,
    coalesce(c.unknown, 0) AS unknown,
    -- the degree of a goal of one target stands beside that target
    coalesce(w.fulfilment_pct, c.told_of_one) AS fulfilment_pct
FROM counted AS c
FULL OUTER JOIN whole AS w
    ON c.document_id = w.document_id AND c.item_no IS NOT DISTINCT FROM w.item_no AND c.goal_no = w.goal_no;

-- The share of decided targets that were met, by party and year. A target counts once; with several results (one for
-- each segment) it is met where all of them are.
CREATE OR REPLACE VIEW target_share_met AS
WITH decided AS (
    SELECT
        target_id,
        any_value(party) AS party,
        any_value(try_cast(regexp_extract_all(target_period, '20\d\d')[-1] AS INTEGER)) AS year,
        bool_and(status = 'met') AS met
    FROM target_results
    WHERE target_id IS NOT NULL AND status IN ('met', 'not_met', 'partly') AND standing = 'in_force'
    GROUP BY target_id
)
SELECT
    party,
    year,
    count(*) AS decided,
    count(*) FILTER (WHERE met) AS met,
    round(100.0 * count(*) FILTER (WHERE met) / count(*), 1) AS share_met_pct
FROM decided
GROUP BY party, year;

-- target_results with what other documents add: a target without a result in its own document stands beside the result
-- that goal_links finds elsewhere. document_id is the target's, result_document_id that of its result. A restated
-- target stands in the result's own document a second time: count with NOT restated.
CREATE OR REPLACE VIEW target_results_across AS
SELECT
    r.*,
    CASE WHEN r.result_id IS NOT NULL THEN r.document_id END AS result_document_id,
    false AS linked,
    false AS restated
FROM target_results AS r
WHERE r.result_id IS NOT NULL OR r.target_id NOT IN (SELECT l.target_id FROM goal_links AS l)
UNION ALL BY NAME
SELECT
    t.document_id, t.item_no, t.attachment_no, t.contract, t.party, t.goal_no,
    coalesce(t.sub_no, r.sub_no) AS sub_no,
    coalesce(t.level, r.level) AS level,
    coalesce(r.segment, t.segment) AS segment,
    t.metric, t.comparator,
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
    r.fulfilment_pct, l.status, r.stated_status, t.standing, t.target_id, r.result_id,
    l.confidence,
    r.document_id AS result_document_id,
    true AS linked,
    l.restated
FROM goal_links AS l
INNER JOIN targets AS t ON t.target_id = l.target_id
INNER JOIN results AS r ON r.result_id = l.result_id;

-- The targets of each contract beside those of the party's contract before it: raised, lowered, the same, new, dropped.
-- A contract is read where it says most of itself; what reports only restate does not count. Targets are the same where
-- goal, sub-goal, unit and segment are, else where they are worded alike. Only numbered goals count, contracts at most two
-- years apart, and a target is new or dropped only where neither paper tells less than half of what the other does: an
-- agenda that speaks of three targets of the next contract drops none of the others. stricter: whether a change asks for more.
CREATE OR REPLACE VIEW targets_changed AS
WITH told AS (
    SELECT
        t.*,
        coalesce(t.party, d.body) AS holder,
        d.meeting_date,
        coalesce(
            try_cast(nullif(regexp_extract(t.contract, '(20\d\d)', 1), '') AS INTEGER),
            try_cast(nullif(regexp_extract(t.period, '(20\d\d)', 1), '') AS INTEGER)
        ) AS contract_year,
        regexp_matches(lower(coalesce(t.contract, '')), 'rapport|status|opfølgning|beretning|opfyldelse') AS reported,
        lower(coalesce(t.metric, t.text)) AS measure,
        coalesce(t.contract, t.attachment_no, '') AS paper  -- a target may be shown in the report, as its contract's
    FROM targets AS t
    INNER JOIN documents AS d ON d.document_id = t.document_id
    WHERE t.standing = 'in_force' AND t.value IS NOT NULL AND t.goal_no IS NOT NULL
),
papers AS (
    SELECT holder, contract_year, document_id, item_no, paper, count(*) AS targets
    FROM told
    WHERE holder IS NOT NULL AND contract_year IS NOT NULL
    GROUP BY holder, contract_year, document_id, item_no, paper
    QUALIFY row_number() OVER (
        PARTITION BY holder, contract_year
        ORDER BY bool_or(reported), count(*) DESC, min(meeting_date), document_id, item_no, paper
    ) = 1
),
years AS (
    SELECT
        *,
        lag(contract_year) OVER earlier AS earlier_year,
        lag(targets) OVER earlier BETWEEN targets / 2 AND targets * 2 AS whole
    FROM papers
    WINDOW earlier AS (PARTITION BY holder ORDER BY contract_year)
    QUALIFY earlier_year IS NULL OR contract_year - earlier_year <= 2
),
stated AS (
    SELECT t.*
    FROM told AS t
    INNER JOIN papers AS p
        ON t.holder = p.holder AND t.contract_year = p.contract_year AND t.document_id = p.document_id
        AND t.item_no IS NOT DISTINCT FROM p.item_no AND t.paper = p.paper
),
likely AS (
    SELECT
        a.target_id AS earlier_id,
        b.target_id AS later_id,
        (a.sub_no IS NOT NULL AND a.sub_no = b.sub_no)::INTEGER
        + (a.goal_no IS NOT DISTINCT FROM b.goal_no)::INTEGER
        + 2 * jaro_winkler_similarity(a.measure, b.measure)
        + 0.1 * (a.value = b.value)::INTEGER AS score
    FROM years AS y
    INNER JOIN stated AS b ON b.holder = y.holder AND b.contract_year = y.contract_year
    INNER JOIN stated AS a ON a.holder = y.holder AND a.contract_year = y.earlier_year
    WHERE a.unit IS NOT DISTINCT FROM b.unit AND a.segment IS NOT DISTINCT FROM b.segment
      AND (
          (a.sub_no = b.sub_no AND jaro_winkler_similarity(a.measure, b.measure) > 0.6)
          OR (a.goal_no = b.goal_no AND jaro_winkler_similarity(a.measure, b.measure) > 0.75)
          OR jaro_winkler_similarity(a.measure, b.measure) > 0.93
      )
),
matched AS (
    SELECT earlier_id, later_id
    FROM likely
    QUALIFY row_number() OVER (PARTITION BY earlier_id ORDER BY score DESC, later_id) = 1
        AND row_number() OVER (PARTITION BY later_id ORDER BY score DESC, earlier_id) = 1
),
beside AS (
    SELECT y.holder, y.earlier_year, y.contract_year, m.earlier_id, b.target_id AS later_id
    FROM years AS y
    INNER JOIN stated AS b ON b.holder = y.holder AND b.contract_year = y.contract_year
    LEFT JOIN matched AS m ON m.later_id = b.target_id
    WHERE y.earlier_year IS NOT NULL AND (y.whole OR m.earlier_id IS NOT NULL)
    UNION ALL
    SELECT y.holder, y.earlier_year, y.contract_year, a.target_id, NULL
    FROM years AS y
    INNER JOIN stated AS a ON a.holder = y.holder AND a.contract_year = y.earlier_year
    WHERE y.whole AND a.target_id NOT IN (SELECT m.earlier_id FROM matched AS m)
)
SELECT
    s.holder AS party,
    s.earlier_year,
    s.contract_year AS year,
    coalesce(b.goal_no, a.goal_no) AS goal_no,
    coalesce(b.sub_no, a.sub_no) AS sub_no,
    coalesce(b.segment, a.segment) AS segment,
    coalesce(b.metric, a.metric) AS metric,
    coalesce(b.comparator, a.comparator) AS comparator,
    a.value AS earlier_value,
    b.value AS value,
    coalesce(b.unit, a.unit) AS unit,
    CASE
        WHEN b.target_id IS NULL THEN 'dropped'
        WHEN a.target_id IS NULL THEN 'new'
        WHEN b.value > a.value THEN 'raised'
        WHEN b.value < a.value THEN 'lowered'
        ELSE 'the same'
    END AS change,
    CASE WHEN b.value <> a.value THEN (b.value > a.value) <> (b.comparator IN ('<=', '<')) END AS stricter,
    a.page AS earlier_page,
    a.line AS earlier_line,
    b.page AS page,
    b.line AS line,
    a.target_id AS earlier_target_id,
    b.target_id AS target_id
FROM beside AS s
LEFT JOIN targets AS a ON a.target_id = s.earlier_id
LEFT JOIN targets AS b ON b.target_id = s.later_id;
