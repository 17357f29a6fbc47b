package groundswell.insights.effects;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.Control;
import groundswell.insights.Control.Kind;
import groundswell.insights.Marker;
import groundswell.insights.Names;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LaunchesViewTest {
    static final Names CALLED = new Names(Map.of("login", "Sign-in codes"), Map.of(), Map.of());

    @Test
    void what_a_launch_leaves_out_may_be_its_own_and_what_a_fix_leaves_out_is_anothers() {
        var leftOut = new Control(Kind.UNTOUCHED, List.of("login"));
        assertThat(LaunchesView.heldAgainst(Marker.Kind.LAUNCH, List.of(leftOut), CALLED))
                .startsWith("Held against all other tickets without those of themes that this launch, or another launch"
                        + " or fix, touched meanwhile: Sign-in codes.");
        var kept = new Control(Kind.TOO_FEW_UNTOUCHED, List.of("login"));
        assertThat(LaunchesView.heldAgainst(Marker.Kind.FIX, List.of(kept), CALLED))
                .endsWith("are themes that another launch or fix touched meanwhile: Sign-in codes.");
    }
}
