package groundswell.consent.register;

import static groundswell.consent.http.Roles.*;

import groundswell.consent.ConsentStatus;
import groundswell.consent.http.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who allows what: one line per request, newest change first. */
@Path("/consents")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({AGENT, LEAD, OPS, PRODUCT, PR, LEGAL, ADMIN})
public class ConsentsPage {
    /** @param status the tab that is open; null for all */
    public record Model(
            ConsentList.Page page,
            Map<ConsentStatus, Long> counts,
            @Nullable ConsentStatus status) {
        public List<ConsentStatus> tabs() {
            return Arrays.stream(ConsentStatus.values())
                    .filter(s -> s != ConsentStatus.NOT_ASKED)
                    .toList();
        }

        public long count(ConsentStatus one) {
            return counts.getOrDefault(one, 0L);
        }

        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Of those who answered, in percent; null before anybody has. */
        public @Nullable Long yesInPercent() {
            var yes = count(ConsentStatus.GRANTED) + count(ConsentStatus.WITHDRAWN);
            var answered = yes + count(ConsentStatus.DECLINED);
            return answered == 0 ? null : Math.round(100.0 * yes / answered);
        }

        /** Green allows, amber waits; a no is no alarm. */
        public String colour(ConsentStatus one) {
            return switch (one) {
                case GRANTED -> "ok";
                case ASKED -> "warn";
                case NOT_ASKED, DECLINED, WITHDRAWN, EXPIRED -> "";
            };
        }
    }

    @CheckedTemplate(basePath = "consents")
    static class Pages {
        static native TemplateInstance list(Model model);
    }

    private final ConsentList list;
    private final Clock clock;

    ConsentsPage(ConsentList list, Clock clock) {
        this.list = list;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance show(
            @QueryParam("status") @Nullable String status, @QueryParam("after") @Nullable String after) {
        var now = clock.instant();
        var open = Words.read(ConsentStatus.class, "status", status);
        return Pages.list(new Model(list.page(open, after, 50, now), list.counts(now), open));
    }
}
