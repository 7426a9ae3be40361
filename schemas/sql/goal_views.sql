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
        count(*) FILTER (WHERE status = 'unknown') AS unknown
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
    w.fulfilment_pct AS fulfilment_pct
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
        any_value(try_cast(regexp_extract(target_period, '(20\d\d)', 1) AS INTEGER)) AS year,
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
