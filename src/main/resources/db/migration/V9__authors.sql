-- since: the messages of this author in this room have higher numbers, so nobody looks for them before it.
alter table authors add column since bigint not null default 0;

-- Who wrote a message has a row in authors, whose key is checked. A key of each message's own needs an index in which every author
-- has another place: that was a third of what a post cost.
alter table messages add column written_by varchar(16);
update messages set written_by = author_id;
alter table messages drop column author_id;
alter table messages add column author_id varchar(16);
update messages set author_id = written_by;
alter table messages alter column author_id set not null;
alter table messages drop column written_by;
