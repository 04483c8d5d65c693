-- Whoever only reads connects as this user. H2 ignores that a connection is read-only; rights cannot be ignored.
create user if not exists reader password '';
grant select on schema public to reader;
