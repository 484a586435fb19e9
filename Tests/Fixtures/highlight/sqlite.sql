-- Notes in SQLite, in the small hand.
create table if not exists notes (
  id integer primary key,
  title text not null,
  body text not null default '',
  changed real check (changed > 0.0)
) strict;

create table tags (
  note integer not null references notes (id) on delete cascade,
  tag text not null collate binary,
  primary key (note, tag)
) without rowid;

create virtual table found using fts5(title, body, content = 'notes');
create unique index by_tag on tags (tag, note);
create trigger notes_search after insert on notes begin
  insert into found (rowid, title, body) values (new.id, new.title, new.body);
end;

insert into notes (title, body) values ('first', 'It''s a note'), ('second', 'Another; with -- no comment');
insert or replace into tags values (1, 'work'), (2, 'home');

select n.title, group_concat(t.tag, ', ') as all_tags, count(distinct t.tag) as n_tags
from notes as n
left join tags as t on t.note = n.id
where n.title like 'f%' escape '\' and n.changed is not null or n.id in (select note from tags where tag glob 'w*')
group by n.id
having count(*) between 1 and 10
order by n.changed desc, n.title asc
limit 20 offset 40;

with recursive numbers(n) as (
  select 1
  union all
  select n + 1 from numbers where n < 1000
)
select n, case when n % 2 = 0 then 'even' else 'odd' end as kind, cast(n as real) / 3 from numbers; /* the end */

begin immediate;
update notes set body = body || ' more', changed = 1.5e3 where id = 1;
delete from tags where note = 2;
commit;
explain query plan select * from notes where title = 'first';
