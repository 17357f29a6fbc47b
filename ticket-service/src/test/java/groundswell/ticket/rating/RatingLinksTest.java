package groundswell.ticket.rating;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.journal.seal.Kek;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RatingLinksTest {
    static final Rateable SECOND = new Rateable(UUID.fromString("8f14e45f-ceea-467f-a0e6-0d1b2c3d4e5f"), 1);

    final RatingLinks links = with(7);

    @Test
    void a_link_leads_back_to_what_it_was_made_for_and_is_always_the_same() {
        assertThat(links.read(token(links, SECOND))).contains(SECOND);
        assertThat(with(7).pathTo(SECOND)).isEqualTo(links.pathTo(SECOND));
    }

    @Test
    void each_resolution_has_its_own() {
        assertThat(links.pathTo(new Rateable(SECOND.ticketId(), 2))).isNotEqualTo(links.pathTo(SECOND));
    }

    @Test
    void a_link_of_which_any_bit_was_changed_leads_nowhere() {
        var bytes = Base64.getUrlDecoder().decode(token(links, SECOND));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(links.read(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .isEmpty();
        }
    }

    @Test
    void what_is_cut_off_or_no_link_at_all_or_made_with_another_key_leads_nowhere() {
        var token = token(links, SECOND);
        for (int length = 0; length < token.length(); length++) {
            assertThat(links.read(token.substring(0, length))).isEmpty();
        }
        assertThat(links.read(token + "A")).isEmpty();
        assertThat(links.read("%%%")).isEmpty();
        assertThat(with(8).read(token)).isEmpty();
    }

    private static String token(RatingLinks links, Rateable it) {
        return links.pathTo(it).replaceFirst("^/rate/", "");
    }

    private static RatingLinks with(int seed) {
        var key = new byte[32];
        key[0] = (byte) seed;
        return new RatingLinks(Kek.ofBase64(Base64.getEncoder().encodeToString(key)));
    }
}
