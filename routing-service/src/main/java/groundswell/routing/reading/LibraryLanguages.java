package groundswell.routing.reading;

import groundswell.language.Languages;
import groundswell.routing.LanguageTeller;
import groundswell.routing.setup.RoutingConfig;
import groundswell.routing.setup.RoutingConfig.Switch;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Languages by the model that rides in the jar, which is loaded when a rule first asks; none where texts are not read. */
@Singleton
class LibraryLanguages implements LanguageTeller {
    private final boolean on;
    private final Supplier<Languages> languages;

    LibraryLanguages(RoutingConfig config) {
        on = config.language() == Switch.ON;
        languages = new Once();
    }

    @Override
    public Optional<String> languageOf(String text) {
        return on ? languages.get().of(text) : Optional.empty();
    }

    private static final class Once implements Supplier<Languages> {
        private @Nullable Languages loaded;

        @Override
        public synchronized Languages get() {
            if (loaded == null) loaded = new Languages();
            return loaded;
        }
    }
}
