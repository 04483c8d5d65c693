-- How many gave what to a message, so that nobody has to count them.
create table reaction_counts (
    room_id bigint not null,
    posted bigint not null,
    word varchar(20) not null,
    number bigint not null,
    primary key (room_id, posted, word),
    foreign key (room_id, posted) references messages on delete cascade
);
insert into reaction_counts (room_id, posted, word, number)
    select room_id, posted, word, count(*) from reactions group by room_id, posted, word;

-- Who gave one or took one back at which of the room's revisions; the newest of them, as far back as a tab may come from. Of those that
-- were taken back before this table was there, nobody knows whose they were.
create table reaction_changes (
    room_id bigint not null,
    revision bigint not null,
    posted bigint not null,
    word varchar(20) not null,
    user_id varchar(16) not null,
    primary key (room_id, revision, word, user_id),
    foreign key (room_id, posted) references messages on delete cascade
);
insert into reaction_changes (room_id, revision, posted, word, user_id)
    select room_id, revision, posted, word, user_id from reactions
    union select room_id, revision, posted, '', '' from reacted;
alter table reactions drop column revision;
