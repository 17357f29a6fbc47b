package groundswell.journal.seal;

/**
 * Where a sealed value stands: it is authenticated with it, so a box moved elsewhere does not open.
 *
 * @param stream the stream's id
 * @param item what in the stream: the id of the message, known before the event has a version
 * @param field which of its texts
 */
public record Place(String stream, String item, String field) {
    String asText() {
        return stream + '\n' + item + '\n' + field;
    }
}
