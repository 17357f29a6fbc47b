package groundswell.ticket;

/** How much it presses: P1 stops a business, P3 is the ordinary case, P4 can wait. */
public enum Priority {
    P1,
    P2,
    P3,
    P4
}
