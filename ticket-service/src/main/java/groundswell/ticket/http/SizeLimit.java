package groundswell.ticket.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A JSON body or a form holds at most 1 MiB; only an import may be larger, and it is never held in memory. */
@Provider
public class SizeLimit implements ReaderInterceptor {
    private static final int MOST_BYTES = 1 << 20;
    private static final Set<String> COUNTED = Set.of("json", "x-www-form-urlencoded");

    static Problem tooLarge() {
        return Problem.of(
                413, "too-large", "The body is too large", "Send at most 1 MiB; many tickets go to POST /api/imports.");
    }

    /** Who announces too much is told before sending it. */
    @ServerRequestFilter(preMatching = true)
    public void announced(ContainerRequestContext request) {
        if (request.getLength() > MOST_BYTES && !request.getUriInfo().getPath().startsWith("/api/imports")) {
            throw new Refused(tooLarge());
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (COUNTED.contains(context.getMediaType().getSubtype())) {
            context.setInputStream(new Counting(context.getInputStream()));
        }
        return context.proceed();
    }

    private static final class Counting extends FromClient {
        private long read;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return seen(super.read(), 1);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            return seen(n, n);
        }

        private int seen(int result, int bytes) {
            read += Math.max(0, result < 0 ? 0 : bytes);
            if (read > MOST_BYTES) {
                throw new Refused(tooLarge());
            }
            return result;
        }
    }
}
