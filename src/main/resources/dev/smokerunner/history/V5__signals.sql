-- Who noticed what happened to an incident: checks, tickets, requests, response-times.
alter table incident_event add column source text not null default 'checks';

-- Where people can see what a signal saw, as the tickets of customers.
create table incident_link (
    incident text not null,
    position integer not null,        -- of the event
    url text not null,
    foreign key (incident, position) references incident_event (incident, position) on delete cascade,
    primary key (incident, position, url)
);
