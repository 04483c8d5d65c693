-- entry: 'everyone', or 'invited', then members says who. emoji, hue: how the room looks. owner_id: who made it.
-- invite: what a link to a room by invitation ends with. Not hashed, because it is shown again; and who can read this can read the room.
alter table rooms add column entry varchar(10) not null default 'everyone';
alter table rooms add column emoji varchar(20) not null default '💬';
alter table rooms add column hue varchar(10) not null default 'teal';
alter table rooms add column owner_id varchar(16) references users on delete set null;
alter table rooms add column invite char(43);

-- Who is in which room by invitation.
create table members (
    room_id bigint not null references rooms,
    user_id varchar(16) not null references users on delete cascade,
    since timestamp(3) with time zone not null default current_timestamp,
    primary key (room_id, user_id)
);
create index members_by_user on members (user_id);
