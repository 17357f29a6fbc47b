-- Whose tickets they are, which accounts left, and how many customers there are. A consumer of its own reads the topic from its start.
create table insights_ticket_account (
    ticket_id uuid primary key,
    account_id text not null
);

create table insights_account (
    account_id text primary key,
    churned_at timestamptz -- null while it is a customer
);

create table insights_customers (
    day date primary key,
    active bigint not null
);
