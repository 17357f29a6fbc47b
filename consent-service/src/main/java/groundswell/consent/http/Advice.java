package groundswell.consent.http;

/** What to do about an answer that the framework itself gives. */
final class Advice {
    static String of(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take this method; see the API description.";
            case 406 -> "None of the accepted media types can be given.";
            case 413 -> "The body is too large: send it in parts.";
            case 415 -> "The body's media type is not taken here; see the API description.";
            default -> "The request is not acceptable; see the API description.";
        };
    }

    private Advice() {}
}
