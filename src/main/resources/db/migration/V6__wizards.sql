-- The rooms that sessions are making, step by step. since: when it last went on, by the clock that sessions age by.
create table wizards (
    session_id char(43) primary key references sessions on update cascade on delete cascade,
    step varchar(10) not null,
    name varchar(160) not null,
    entry varchar(10) not null,
    emoji varchar(20) not null,
    hue varchar(10) not null,
    since bigint not null
);
create index wizards_by_since on wizards (since);
