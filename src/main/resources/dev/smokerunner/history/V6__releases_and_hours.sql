-- Channels that take releases, as PagerDuty, are told of each once.
alter table release_mark add column sent_at bigint; -- when that was written down

-- How many rounds of each hour said how a site is, outside of maintenance: a month of many sites has millions of rounds.
create table round_hour (
    site text not null references site (id),
    begins_at bigint not null,
    passed integer not null,
    failed integer not null,
    primary key (site, begins_at)
);
insert into round_hour (site, begins_at, passed, failed)
    select site, started_at - started_at % 3600000, sum(case when verdict = 'pass' then 1 else 0 end),
        sum(case when verdict = 'fail' then 1 else 0 end)
    from round where maintenance = 0 group by site, started_at - started_at % 3600000;
