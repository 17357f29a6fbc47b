package groundswell.local.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A ticket as the public API takes it: posted as new, or told with its past as one line of an import. */
final class ImportRow {
    static final String SOURCE = "wendolo-desk";

    static JsonObject posted(DemoTicket ticket) {
        var customer = ticket.customer();
        var account = customer.account();
        var row = new JsonObject()
                .put("subject", ticket.subject())
                .put("description", ticket.body())
                .put("channel", ticket.channel())
                .put("priority", ticket.priority())
                .put(
                        "requester",
                        new JsonObject()
                                .put("name", customer.name())
                                .put("email", customer.email())
                                .put("accountId", account.id())
                                .put("company", account.name())
                                .put("plan", account.plan())
                                .put("size", account.size())
                                .put("industry", account.industry())
                                .put("bigCustomer", account.big()))
                .put("source", SOURCE)
                .put("externalId", ticket.externalId())
                .put("occurredAt", ticket.at().toString());
        if (!ticket.tags().isEmpty()) {
            row.put("tags", new JsonArray(ticket.tags()));
        }
        return row;
    }

    /** With its number, where it has one of its own, and what happened since. */
    static JsonObject imported(DemoTicket ticket) {
        var row = posted(ticket);
        if (ticket.number() != null) {
            row.put("number", ticket.number());
        }
        var steps = new JsonArray();
        for (var step : ticket.steps()) {
            var told =
                    new JsonObject().put("do", step.kind()).put("at", step.at().toString());
            step.more()
                    .forEach((name, value) -> told.put(
                            name, value instanceof Boolean || value instanceof Integer ? value : value.toString()));
            steps.add(told);
        }
        return row.put("steps", steps);
    }

    private ImportRow() {}
}
