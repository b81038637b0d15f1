-- What visitors did, counted by the minute. A minute with 0 was counted and nobody came; one without a row was not counted.
create table traffic (
    site text not null,               -- a site's id
    page_group text not null,         -- a name of the config; empty for what belongs to no page, as tickets
    measure text not null,            -- views, errors, requests, failed-requests, tickets
    minute_at bigint not null,
    amount bigint not null,
    primary key (site, page_group, measure, minute_at)
);
create index traffic_by_time on traffic (minute_at);

-- Errors of visitors' browsers, by the hour: what they are about is known by a fingerprint only, made in the browser.
create table script_error (
    site text not null,
    fingerprint text not null,
    hour_at bigint not null,
    amount bigint not null,
    primary key (site, fingerprint, hour_at)
);
create index script_error_by_time on script_error (hour_at);

-- How far access logs are counted. It changes in the same transaction as the counts, so that no line is counted twice.
create table log_position (
    id text primary key,              -- of the file's folder, name and first line: the same after it was renamed or packed
    path text not null,
    size bigint not null,             -- of the file as it was when it was read to its end
    modified_at bigint not null,
    position bigint not null,         -- bytes of whole lines, unpacked
    read_at bigint not null
);

alter table round add column bytes bigint; -- of what its pages loaded; null where no browser looked
alter table release_mark add column told_at bigint; -- to metrics stores
