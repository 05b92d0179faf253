-- ko: 가상 관련 건의 넣기
--     같은 문안이 앞선 간담회에서도 나왔으면 다섯에 넷쯤은 담당자가 관련 있다고 확인했고, 같은 갈래이지만 대상이 다르면 열에 하나쯤은 아니라고 답했습니다.
-- en: Invented links, into the table
--     Of two of the same wording at two meetings, four pairs in five were confirmed; of two about something else in the same
--     frame, one in ten was rejected.
--
-- $same_reasons   why two suggestions ask the same
-- $other_reasons  why two suggestions do not
-- $seed           which of the possible worlds
-- returns nothing

insert into links by name
with proposed as (
    select
        n,
        held_on,
        suggestion_id,
        a_word = lag(a_word) over same_frame as is_related,
        lag(suggestion_id) over same_frame as other_id,
        lag(held_on) over same_frame as other_held_on
    from demo_asked
    window same_frame as (partition by petition order by held_on, a_word, n)
)
select
    least(suggestion_id, other_id) as suggestion_id,
    greatest(suggestion_id, other_id) as related_id,
    is_related,
    case
        when demo_dice(3, n, $seed, 'link explained') = 0 then null
        when is_related then $same_reasons[1 + demo_dice(len($same_reasons), n, $seed, 'link reason')]
        else $other_reasons[1 + demo_dice(len($other_reasons), n, $seed, 'link reason')]
    end as reason
from proposed
where other_held_on < held_on
    and demo_dice(100, n, $seed, 'judged') < if(is_related, 80, 10);
