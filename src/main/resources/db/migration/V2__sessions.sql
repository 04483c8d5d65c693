-- Minutes that the server has run since this database was made. Sessions age by it: a jump of the machine's clock ends nobody's.
create table session_clock (
    minutes bigint not null
);
insert into session_clock (minutes) values (0);

-- made, seen: by that clock. blank: the server issued the ID and nothing was done with it yet.
alter table sessions add column made bigint not null default 0;
alter table sessions add column seen bigint not null default 0;
alter table sessions add column seen_at timestamp(3) with time zone not null default current_timestamp;
alter table sessions add column blank boolean not null default false;
alter table sessions add column device varchar(80) not null default '';
create index sessions_by_seen on sessions (seen);

-- A session that gets another ID takes everything along that is keyed by it.
create table users_of_sessions (
    session_id char(43) primary key references sessions on update cascade on delete cascade,
    user_id varchar(16) not null references users
);
insert into users_of_sessions (session_id, user_id) select session_id, user_id from session_users;
drop table session_users;
alter table users_of_sessions rename to session_users;
create index session_users_by_user on session_users (user_id);

-- IDs that are no session any more, and the one that some of them were exchanged for.
create table ended_sessions (
    id char(43) primary key,
    next_id char(43),
    ended_at timestamp(3) with time zone not null default current_timestamp
);

create table session_data (
    session_id char(43) not null references sessions on update cascade on delete cascade,
    name varchar(40) not null,
    content varchar(8000) not null,
    primary key (session_id, name)
);

-- Random bytes in base64url that what leaves the server is signed with.
create table signing_keys (
    name varchar(40) primary key,
    secret char(43) not null
);
