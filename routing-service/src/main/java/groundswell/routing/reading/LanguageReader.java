package groundswell.routing.reading;

import groundswell.routing.Reading;
import groundswell.routing.TextReader;
import groundswell.routing.setup.RoutingConfig;
import groundswell.routing.setup.RoutingConfig.Switch;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads texts with the model in force. */
@Singleton
public class LanguageReader implements TextReader {
    /** Customers say what they want at the start; reading more costs time and adds signatures and quoted mails. */
    static final int ENOUGH = 2_000;

    private final boolean on;
    private final PresentModel model;

    LanguageReader(RoutingConfig config, PresentModel model) {
        this.on = config.language() == Switch.ON;
        this.model = model;
    }

    @Override
    public boolean reads() {
        return on;
    }

    @Override
    public int taxonomyVersion() {
        return model.taxonomyVersion();
    }

    @Override
    public Optional<Reading> read(String text) {
        if (!on || text.isBlank()) return Optional.empty();
        return Optional.of(model.get().read(text));
    }

    /** As much of a text as is read. */
    static String start(String text) {
        return text.length() <= ENOUGH ? text : text.substring(0, ENOUGH);
    }
}
