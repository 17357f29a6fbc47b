package groundswell.local.demo;

import groundswell.local.Persona;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Who answers Wendolo's tickets: three teams in Europe, US East and US West, and two who cover the weekend. */
final class Crew {
    private static final String WEEK = "mon,tue,wed,thu,fri";

    private record Post(UUID person, String name, String team, String timeZone, String days, String from, String to) {
        JsonObject wish() {
            var shift = new JsonObject()
                    .put("days", new JsonArray(List.of(days.split(","))))
                    .put("from", from)
                    .put("to", to);
            return new JsonObject()
                    .put("name", name)
                    .put("timeZone", timeZone)
                    .put("hours", new JsonArray().add(shift));
        }
    }

    private static final List<Post> POSTS = List.of(
            new Post(Persona.ADA.id(), Persona.ADA.fullName(), "product", "Europe/Berlin", WEEK, "09:00", "17:30"),
            new Post(colleague(1), "Milo Santangelo", "product", "America/New_York", WEEK, "09:00", "17:00"),
            new Post(
                    colleague(2),
                    "Priya Venkat",
                    "product",
                    "America/Los_Angeles",
                    "mon,tue,wed,thu",
                    "08:00",
                    "17:00"),
            new Post(Persona.BEN.id(), Persona.BEN.fullName(), "revenue", "America/New_York", WEEK, "09:00", "17:30"),
            new Post(colleague(3), "Owen Adeyemi", "revenue", "Europe/London", WEEK, "08:00", "16:00"),
            new Post(colleague(4), "Lucia Ferrante", "revenue", "America/Los_Angeles", WEEK, "09:00", "17:00"),
            new Post(
                    Persona.CLEO.id(),
                    Persona.CLEO.fullName(),
                    "reliability",
                    "America/Los_Angeles",
                    WEEK,
                    "08:00",
                    "16:30"),
            new Post(colleague(5), "Tomasz Zielak", "reliability", "Europe/Warsaw", WEEK, "07:00", "15:30"),
            new Post(
                    colleague(6),
                    "Grace Oduya",
                    "reliability",
                    "America/New_York",
                    "sat,sun,mon,tue",
                    "10:00",
                    "18:00"),
            new Post(
                    colleague(7),
                    "Henrik Vestby",
                    "reliability",
                    "Europe/Berlin",
                    "wed,thu,fri,sat,sun",
                    "08:00",
                    "16:00"));

    /** Puts everybody into their team; who was there before keeps nothing of it. */
    static void settle(Api api) throws IOException, InterruptedException {
        for (var post : POSTS) {
            api.put(
                    "lead",
                    "/api/teams/" + post.team() + "/members/" + post.person(),
                    "application/json",
                    post.wish().encode());
        }
    }

    private static UUID colleague(int number) {
        return UUID.nameUUIDFromBytes(new byte[] {(byte) number});
    }

    private Crew() {}
}
