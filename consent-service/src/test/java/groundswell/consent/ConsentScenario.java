package groundswell.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

/** Given these facts, when this is wished, then these facts follow, or the wish is refused. */
record ConsentScenario(Consent consent, List<ConsentCommand> wished) {
    private static final ConsentDecider RULES = new ConsentDecider();

    static ConsentScenario given(ConsentEvent... past) {
        return new ConsentScenario(fold(past), List.of());
    }

    static Consent fold(ConsentEvent... past) {
        var consent = RULES.initial();
        for (var event : past) {
            consent = RULES.evolve(consent, event);
        }
        return consent;
    }

    ConsentScenario when(ConsentCommand command) {
        return new ConsentScenario(consent, List.of(command));
    }

    void then(ConsentEvent... expected) {
        assertThat(RULES.decide(consent, wished.getFirst())).containsExactly(expected);
    }

    void thenRefused(ConsentRefused.Reason reason) {
        assertThatExceptionOfType(ConsentRefused.class)
                .isThrownBy(() -> RULES.decide(consent, wished.getFirst()))
                .returns(reason, ConsentRefused::reason);
    }
}
