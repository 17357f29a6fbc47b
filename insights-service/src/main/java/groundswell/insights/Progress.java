package groundswell.insights;

/** How far we have heard: the same number means that nothing has changed since. */
public interface Progress {
    long heard();
}
