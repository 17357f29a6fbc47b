-- What customers look up in the help centre, as its own system tells it, by UTC day. These are no counts of tickets: a
-- rebuild does not touch them.
-- Of which days anything was told, if only that there was nothing.
create table insights_help_day (
    day date primary key
);

create table insights_help_visit (
    day date not null,
    article text not null,
    visits bigint not null,
    visitors bigint not null,
    primary key (day, article)
);

create table insights_help_article (
    article text primary key,
    title text not null,
    theme text, -- as its own system says; null where it says none
    told_for date not null -- the latest day that speaks of it
);

create table insights_help_search (
    day date not null,
    term text not null, -- empty where words are not kept: of too few people, personal, or too old
    theme text not null, -- of what was summed up when its words were deleted; empty else
    searches bigint not null,
    people bigint not null, -- 0 where it is not known
    opened bigint not null, -- searches after which an article was opened
    primary key (day, term, theme)
);

-- Which theme an article or a term belongs to, as it was last found.
create table insights_help_place (
    kind text not null check (kind in ('article', 'term')),
    what text not null, -- the article's id, or the term
    ground text not null, -- a hash of the themes and titles it was held against
    theme text, -- null where it belongs to none
    article text, -- an article that answers a term; null where none does
    primary key (kind, what)
);

create index insights_help_search_term on insights_help_search (term) where term <> '';
