package groundswell.local.demo;

import groundswell.local.Persona;
import groundswell.local.demo.Customer.Account;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * TKT-4821, the ticket that the documentation tells of: assigned after 6 minutes, first reply after 35, resolved after
 * 139, of which the agent had 63 and the customer the rest.
 */
final class Sample {
    static DemoTicket ticket(LocalDate day) {
        var customer = new Customer(
                "Marit",
                "Haugland",
                new Account("acc-121", "Norrvik Rederi", "Business", "51-200", "Logistics", false, "nordic"));
        var topic = Topic.everyday().stream()
                .filter(one -> one.theme().equals("reliability-processing"))
                .findFirst()
                .orElseThrow();
        var cleo = Persona.CLEO.id();
        return new DemoTicket(
                "TKT-4821",
                4821L,
                customer,
                topic,
                "Export of the sailing list stops halfway",
                "Good morning,\n\nthe export of our sailing list to CSV stops at about 2,000 rows, no message, the bar just stays there."
                        + " Our agents in the ports need the file before noon.\n\nKind regards,\nMarit Haugland",
                "email",
                "P2",
                List.of("export"),
                at(day, "09:12"),
                List.of(
                        new Step("assign", at(day, "09:18"), Map.of("team", "reliability", "agentId", cleo)),
                        new Step(
                                "reply",
                                at(day, "09:47"),
                                Map.of(
                                        "agentId",
                                        cleo,
                                        "thenPause",
                                        true,
                                        "body",
                                        "Hello Marit,\n\nI can see two exports of yours waiting behind a very large one. I have started them again;"
                                                + " could you tell me whether the list is complete now?\n\nCleo, Wendolo")),
                        new Step(
                                "customer-reply",
                                at(day, "11:03"),
                                Map.of(
                                        "body",
                                        "Sorry, I was on the quay. Now it has 1,998 of 4,310 rows, so better, but not complete.")),
                        new Step(
                                "resolve",
                                at(day, "11:31"),
                                Map.of(
                                        "agentId",
                                        cleo,
                                        "code",
                                        "fixed",
                                        "productArea",
                                        "Exports",
                                        "issueType",
                                        "bug"))),
                List.of(new DemoTicket.Answer("granted", at(day, "14:05"))));
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    private Sample() {}
}
