package groundswell.routing;

/** The policy by the rules in force. Ask once for what belongs together, or the rules may change in between. */
public interface PolicyInForce {
    RoutingPolicy now();
}
