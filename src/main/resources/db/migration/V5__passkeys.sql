-- By the credential ID, in base64url. data: what the authenticator told when it made the passkey, the public key among it.
-- counter: how often it was used, if the authenticator counts.
create table passkeys (
    id varchar(1400) primary key,
    user_id varchar(16) not null references users,
    data varchar(4000) not null,
    counter bigint not null,
    label varchar(80) not null,
    created_at timestamp(3) with time zone not null default current_timestamp
);
create index passkeys_by_user on passkeys (user_id);
