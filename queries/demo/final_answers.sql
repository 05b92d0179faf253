-- ko: 가상 최종 회신 넣기
--     문장은 처리결과에 맞게 고르고, 답변번호는 한 건의 안에서 온 차례를 따릅니다.
-- en: Invented final answers, into the table
--     Wordings fit the decision; ids follow the order in which the replies to one suggestion came.
--
-- $decisions           wordings and next steps by decision
-- $completions         next steps when the thing is done
-- $city                the invented city that answers
-- $unnamed_department  words in place of a department not settled yet
-- $source              what the source column says
-- $seed                which of the possible worlds
-- returns nothing

insert into responses by name
with decisions as (
    select unnest($decisions, max_depth := 2)
)
select
    printf('%s-R%d', suggestion_id, nth + has_on_site::int + (replied_on is not null)::int) as response_id,
    suggestion_id,
    responded_on,
    'final' as kind,
    decision,
    progress,
    demo_worded(
        answers[1 + demo_dice(len(answers), n + nth, $seed, 'answer')],
        asked.title, asked.action, coalesce(asked.department, $unnamed_department), agency, responded_on
    ) as answer,
    reason,
    limits,
    demo_worded(
        case
            when progress = 'done' then $completions[1 + demo_dice(len($completions), n, $seed, 'next step')]
            else next_steps[1 + demo_dice(len(next_steps), n + nth, $seed, 'next step')]
        end,
        asked.title, asked.action, coalesce(asked.department, $unnamed_department), agency, responded_on
    ) as next_step,
    revisit_on,
    concat_ws(' ', $city, asked.department) as responder,
    $source as source,
    note
from demo_answers
join demo_asked as asked using (n)
join demo_petitions using (petition)
join demo_clocks using (n)
join demo_followups using (n, nth)
left join demo_grounds using (n, nth)
join decisions using (decision);
