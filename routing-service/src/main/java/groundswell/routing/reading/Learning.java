package groundswell.routing.reading;

import groundswell.language.Embedder;
import groundswell.routing.LearningEvent.Comparison;
import groundswell.routing.LearningEvent.ModelAdopted;
import groundswell.routing.LearningEvent.ModelRefused;
import groundswell.routing.Taxonomy;
import groundswell.routing.TaxonomyBook;
import groundswell.routing.setup.RoutingConfig;
import groundswell.routing.setup.RoutingConfig.Switch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the model in force, in the background: the one that the ledger says was adopted, made again at every start and by
 * every replica; and once enough labels have come, one that has learnt more, if it does at least as well.
 */
@Singleton
class Learning {
    private static final Logger LOG = Logger.getLogger(Learning.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** A label whose key is missing, or whose replica has died, must not hold a new taxonomy up. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** With many labels, some more change little: a tenth of them is waited for. */
    private static final long TENTH = 10;

    private final Ledger ledger;
    private final LabelEncoding encoding;
    private final PresentModel present;
    private final SharedEmbedder shared;
    private final TaxonomyBook taxonomy;
    private final RoutingConfig config;
    private final DataSource database;
    private final Clock clock;
    private @Nullable Thread thread;
    private volatile boolean stopped;

    /** The adoption that is followed, so that another one is noticed. */
    private @Nullable ModelAdopted followed;

    Learning(
            Ledger ledger,
            LabelEncoding encoding,
            PresentModel present,
            SharedEmbedder shared,
            TaxonomyBook taxonomy,
            RoutingConfig config,
            DataSource database,
            Clock clock) {
        this.ledger = ledger;
        this.encoding = encoding;
        this.present = present;
        this.shared = shared;
        this.taxonomy = taxonomy;
        this.config = config;
        this.database = database;
        this.clock = clock;
    }

    /** Once the journal runs. */
    void start(@Observes @Priority(350) StartupEvent event) {
        if (config.language() == Switch.ON) {
            thread = Thread.ofPlatform().name("learning").daemon().start(this::learnUntilStopped);
        }
    }

    void stop(@Observes @Priority(100) ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void learnUntilStopped() {
        try {
            var embedder = shared.get();
            var vectors = new RememberedVectors(embedder, database);
            Learnt learnt = null;
            while (!stopped) {
                try {
                    var themes = taxonomy.now();
                    if (learnt == null || learnt.taxonomyVersion() != themes.version()) {
                        encodeNamed(themes, embedder);
                        var changed = new Learnt(themes, vectors);
                        begin(changed, embedder);
                        learnt = changed;
                    }
                    if (!encoding.encodeOne(embedder)) Thread.sleep(LOOK);
                    follow(learnt, embedder);
                    learnMore(learnt, embedder);
                } catch (InterruptedException e) {
                    return;
                } catch (SQLException | RuntimeException e) {
                    if (learnt == null && e instanceof IllegalArgumentException unlearnable) throw unlearnable;
                    LOG.warnf(
                            "Learning failed (%s); it is tried again",
                            e.getClass().getSimpleName());
                    Thread.sleep(LOOK);
                }
            }
        } catch (InterruptedException e) {
            // stopped while it waited
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.error("The themes could not be learnt: no text will be read", e);
            present.fail(e);
        }
    }

    /**
     * Whoever changed the taxonomy may have said of tickets what they are about now: its first model is to know it. Labels
     * that name no theme would wait for a model, and can.
     */
    private void encodeNamed(Taxonomy themes, Embedder embedder) throws SQLException, InterruptedException {
        if (ledger.adopted()
                .filter(model -> model.taxonomyVersion() >= themes.version())
                .isPresent()) return;
        var until = clock.instant().plus(PATIENCE);
        while (!stopped && encoding.namedWait() && clock.instant().isBefore(until)) {
            if (!encoding.encodeNamed(embedder)) Thread.sleep(LOOK); // another replica has claimed it
        }
    }

    /** The adopted model, made again; where there is none of this taxonomy, the first. */
    private void begin(Learnt learnt, Embedder embedder) {
        var adopted = ledger.adopted().filter(model -> model.taxonomyVersion() == learnt.taxonomyVersion());
        long version = adopted.map(ModelAdopted::ledgerVersion).orElseGet(ledger::version);
        var labels = ledger.labels(version, embedder.model());
        var model = learnt.from(labels, version);
        present.set(model);
        if (adopted.filter(same -> same.hash().equals(model.hash())).isEmpty()) {
            ledger.append(adopted(model, version, labels.size(), null));
        }
        followed = ledger.adopted().orElseThrow();
    }

    /** Another replica may have adopted one. */
    private void follow(Learnt learnt, Embedder embedder) {
        var adopted = ledger.adopted().orElseThrow();
        if (adopted.equals(followed) || adopted.taxonomyVersion() != learnt.taxonomyVersion()) return;
        if (!adopted.hash().equals(present.get().hash())) {
            var labels = ledger.labels(adopted.ledgerVersion(), embedder.model());
            var model = learnt.from(labels, adopted.ledgerVersion());
            if (!model.hash().equals(adopted.hash()))
                LOG.warnf("The model learnt here, %s, is not the one adopted, %s", model.name(), adopted.model());
            present.set(model);
        }
        followed = adopted;
    }

    private void learnMore(Learnt learnt, Embedder embedder) {
        long version = ledger.version();
        if (version - ledger.judgedUpTo() < Math.max(config.refitEvery(), ledger.judgedUpTo() / TENTH)) return;
        var since =
                Optional.ofNullable(followed).map(ModelAdopted::ledgerVersion).orElse(0L);
        var labels = ledger.labels(version, embedder.model());
        var comparison = Trial.of(present.get(), since, labels, learnt);
        if (Trial.adopts(comparison)) {
            var model = learnt.from(labels, version);
            ledger.append(adopted(model, version, labels.size(), comparison));
            present.set(model);
            LOG.infof("%s reads from now on: %s", model.name(), comparison);
        } else {
            ledger.append(
                    new ModelRefused(version, learnt.taxonomyVersion(), labels.size(), comparison, clock.instant()));
            LOG.warnf("A model that had learnt from %d labels would do worse: %s", labels.size(), comparison);
        }
    }

    private ModelAdopted adopted(Model model, long version, int labels, @Nullable Comparison comparison) {
        return new ModelAdopted(
                version, model.taxonomyVersion(), labels, model.name(), model.hash(), comparison, clock.instant());
    }
}
