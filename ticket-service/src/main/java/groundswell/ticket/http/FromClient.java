package groundswell.ticket.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;

/**
 * A body as its sender delivers it. Senders go away in the middle of one: that is their failure and no fault here, so it
 * ends as a refusal and not as an error for an operator to look into.
 */
public class FromClient extends FilterInputStream {
    private static final Logger LOG = Logger.getLogger(FromClient.class);

    public FromClient(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    private static Refused brokenOff(IOException e) {
        LOG.debugf("A body broke off: %s", e.getClass().getName());
        return Refused.because(
                400, "body-broken-off", "The body ended too early", "Send it again: nothing of it was taken.");
    }
}
