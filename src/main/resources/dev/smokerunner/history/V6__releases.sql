-- Channels that take releases, as PagerDuty, are told of each once.
alter table release_mark add column sent_at bigint; -- when that was written down
