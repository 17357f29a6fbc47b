package groundswell.local;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The people (and the one system) of the local house. In production an identity provider knows them; here each is one
 * click. Team membership is not a role: routing-service knows who is in which team.
 */
public enum Persona {
    ADA(1, "agent", "Ada Lindqvist", "Agent, Product", "Answers tickets of the product team's queue."),
    BEN(2, "agent", "Ben Okafor", "Agent, Revenue", "Answers tickets on invoices, plans and payments."),
    CLEO(3, "agent", "Cleo Marchetti", "Agent, Reliability", "Answers tickets on outages, speed and data."),
    DANA(4, "lead", "Dana Whitfield", "Team lead", "Keeps the queues moving and puts routing right."),
    ELIAS(5, "ops", "Elias Brandt", "Support operations", "Watches the whole operation, sets teams, rules and themes."),
    FARAH(
            6,
            "product",
            "Farah Nazari",
            "Product manager",
            "Sees what customers keep running into, and whether a fix helped."),
    GUS(7, "pr", "Gus Tremblay", "Communications", "Finds stories that may be told, with the customer's consent."),
    HANA(8, "legal", "Hana Sato", "Legal", "Checks consents, withdrawals and what was released."),
    IDA(9, "admin", "Ida Novak", "Administrator", "May do everything, parked events and erasure too."),
    HOOK(10, "integrator", "Internal system", "Integrator", "Posts tickets and imports through the API.");

    private static final long HOUSE = 0x0000_0000_0000_4000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final UUID id;
    private final String role;
    private final String fullName;
    private final String title;
    private final String does;

    Persona(int number, String role, String fullName, String title, String does) {
        this.id = new UUID(HOUSE, VARIANT + number);
        this.role = role;
        this.fullName = fullName;
        this.title = title;
        this.does = does;
    }

    /** The same on every machine, {@code 00000000-0000-4000-8000-00000000000N}: demo data and teams refer to it. */
    public UUID id() {
        return id;
    }

    public String role() {
        return role;
    }

    public String fullName() {
        return fullName;
    }

    public String title() {
        return title;
    }

    public String does() {
        return does;
    }

    public static List<String> roles() {
        return List.of(values()).stream().map(Persona::role).distinct().toList();
    }

    /** Who stands for the role in token files and examples: its first persona. */
    public static Persona of(String role) {
        return List.of(values()).stream()
                .filter(persona -> persona.role.equals(role))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No role " + role + "; there are " + roles()));
    }

    public static Optional<Persona> named(String name) {
        return List.of(values()).stream()
                .filter(persona -> persona.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
