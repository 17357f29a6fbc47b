package groundswell.routing.reading;

import groundswell.routing.Reading;
import groundswell.routing.Taxonomy;
import groundswell.routing.TextReader;
import groundswell.routing.TextReaders;
import groundswell.routing.setup.RoutingConfig;
import groundswell.routing.setup.RoutingConfig.Switch;
import jakarta.inject.Singleton;
import java.util.Optional;
import javax.sql.DataSource;

/** Learns a taxonomy that is only thought of, as the one in force is learnt. */
@Singleton
class TrialReaders implements TextReaders {
    private final SharedEmbedder embedder;
    private final Ledger ledger;
    private final DataSource database;
    private final RoutingConfig config;

    TrialReaders(SharedEmbedder embedder, Ledger ledger, DataSource database, RoutingConfig config) {
        this.embedder = embedder;
        this.ledger = ledger;
        this.database = database;
        this.config = config;
    }

    @Override
    public TextReader learning(Taxonomy taxonomy) {
        if (config.language() == Switch.OFF) return new TrialReader(null);
        var vectors = new RememberedVectors(embedder.get(), database);
        long version = ledger.version();
        return new TrialReader(new Learnt(taxonomy, vectors).from(ledger.labels(version, vectors.model()), version));
    }

    private record TrialReader(
            @org.jspecify.annotations.Nullable Model model) implements TextReader {
        @Override
        public boolean reads() {
            return model != null;
        }

        @Override
        public int taxonomyVersion() {
            return model == null ? 0 : model.taxonomyVersion();
        }

        @Override
        public Optional<Reading> read(String text) {
            return model == null || text.isBlank() ? Optional.empty() : Optional.of(model.read(text));
        }
    }
}
