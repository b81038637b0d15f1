-- Where the reading of a Zendesk's tickets stands, for some sites; other sites or other rules are read as another desk, from the beginning.
create table ticket_desk (
    id text primary key,              -- the Zendesk, who reads it, and a hash of the sites and of what is theirs
    after_cursor text,                -- where the next page begins; null before the first one
    began_at bigint not null,         -- when it was read first: what came before is no news
    read_at bigint,                   -- when it was read to its end last
    leave_until bigint not null,      -- it wants to be left alone until then
    trouble text                      -- why it could not be read last; null where it could
);

-- Tickets that are about a site. Of what customers wrote nothing is kept, but the subject where the config says that it may be shown.
create table ticket (
    account text not null,            -- the Zendesk and who reads it
    number bigint not null,
    site text not null references site (id),
    arrived_at bigint not null,
    judged_at bigint,                 -- when it was judged first; null until then; arrived_at for what came before the desk was read first
    subject text,
    primary key (account, number, site)
);
create index ticket_by_site on ticket (site, arrived_at);
