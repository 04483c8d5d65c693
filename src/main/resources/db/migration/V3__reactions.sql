-- Who reacted to which message, and with which emoji, by its word. revision: the room took it for that.
create table reactions (
    room_id bigint not null,
    posted bigint not null,
    word varchar(20) not null,
    user_id varchar(16) not null references users,
    revision bigint not null,
    primary key (room_id, posted, word, user_id),
    foreign key (room_id, posted) references messages on delete cascade
);
create index reactions_by_user on reactions (user_id);

-- The messages with reactions, or that had some, and the revision of the room at which these last changed.
create table reacted (
    room_id bigint not null,
    posted bigint not null,
    revision bigint not null,
    primary key (room_id, posted),
    foreign key (room_id, posted) references messages on delete cascade
);
create index reacted_by_revision on reacted (room_id, revision);
