-- The links that bring whoever a session is to another device, one a session: the SHA-256 of what the link ends with, in base64url.
create table moves (
    session_id char(43) primary key references sessions on update cascade on delete cascade,
    secret char(43) not null unique,
    good_until timestamp(3) with time zone not null,
    used boolean not null default false
);
