package groundswell.local;

import groundswell.local.gateway.Gateway;
import groundswell.stack.FreePorts;
import groundswell.stack.LocalKafka;
import groundswell.stack.LocalPostgres;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * All of Groundswell, running: PostgreSQL, Kafka, the four services and the gateway. Closing it stops them in the reverse
 * order, within twenty seconds, and leaves the data for the next start.
 */
public final class House implements AutoCloseable {
    private final HouseOptions options;
    private final Consumer<String> say;
    private final DataFolder data;
    private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);
    private final Deque<Runnable> farewells = new ArrayDeque<>();
    private boolean closed;

    private House(HouseOptions options, Consumer<String> say) {
        this.options = options;
        this.say = say;
        this.data = DataFolder.open(options.data());
    }

    /** Starts everything and returns when all are ready; tells its progress line by line. */
    public static House start(HouseOptions options, Consumer<String> say) {
        return start(new House(options, say));
    }

    /** As {@link #start(HouseOptions, Consumer)}, and hands out the house before it is ready, so that it can be stopped. */
    static House start(HouseOptions options, Consumer<String> say, Consumer<House> early) {
        var house = new House(options, say);
        early.accept(house);
        return start(house);
    }

    private static House start(House house) {
        try {
            house.startAll();
            return house;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            house.close();
            throw new IllegalStateException("Interrupted while starting", e);
        } catch (RuntimeException e) {
            house.close();
            throw e;
        }
    }

    private void startAll() throws InterruptedException {
        Gateway.checkFree(options.port());
        StaleServices.end(data, say);
        var keys = Keys.in(data.keys());
        var tokens = new Tokens(keys.privateKey());
        tokens.writeTo(data.tokens());

        var clock = new Stopwatch(say);
        var starting = CompletableFuture.supplyAsync(() -> LocalPostgres.start(data.postgres()));
        leaving(() -> closeIfStarted(starting));
        var kafka = LocalKafka.start(data.kafka());
        leaving(kafka::close);
        clock.ready("Kafka");
        var postgres = starting.join();
        for (var service : Service.values()) {
            postgres.createDatabase(service.database());
        }
        clock.ready("PostgreSQL");

        var file = new ServicesFile(data.servicesFile(), options.port(), postgres, kafka);
        new PostgresWatch(postgres, say, () -> note(file)).start();
        startServices(new ServiceCommand(options, data, keys, postgres, kafka.bootstrapServers()), file);
        awaitServices(clock);

        var gateway = Gateway.start(options.port(), this::portOf, tokens);
        leaving(gateway::close);
    }

    private static void closeIfStarted(CompletableFuture<LocalPostgres> starting) {
        starting.thenAccept(LocalPostgres::close).exceptionally(_ -> null).join();
    }

    private void startServices(ServiceCommand command, ServicesFile file) {
        var services = options.services();
        var ports = FreePorts.some(services.size());
        leaving(this::stopServices);
        synchronized (processes) {
            for (var service : services) {
                Logs.rotate(data.log(service));
                var port = ports.get(services.indexOf(service));
                var process = new ServiceProcess(service, port, command.of(service, port), data, _ -> note(file), say);
                processes.put(service, process);
                process.start();
            }
        }
    }

    private void note(ServicesFile file) {
        synchronized (processes) {
            file.write(processes.values());
        }
    }

    private void awaitServices(Stopwatch clock) throws InterruptedException {
        new Readiness()
                .await(running(), data, process -> clock.ready(process.service().fullName()));
    }

    private Collection<ServiceProcess> running() {
        synchronized (processes) {
            return List.copyOf(processes.values());
        }
    }

    private void stopServices() {
        var stops = running().stream()
                .map(process -> Thread.ofVirtual().start(process::stop))
                .toList();
        for (var stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void leaving(Runnable farewell) {
        if (closed) {
            farewell.run();
            throw new IllegalStateException("Stopped while starting");
        }
        farewells.push(farewell);
    }

    public URI gateway() {
        return URI.create("http://localhost:" + options.port());
    }

    public ServiceProcess process(Service service) {
        synchronized (processes) {
            var process = processes.get(service);
            if (process == null) throw new IllegalStateException(service.fullName() + " is not started");
            return process;
        }
    }

    /** Port 1, where nobody answers, for a service that was left out. */
    private int portOf(Service service) {
        return options.without().contains(service) ? 1 : process(service).port();
    }

    public Path tokens() {
        return data.tokens();
    }

    public DataFolder data() {
        return data;
    }

    /** Once only; later calls wait for the first. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        try {
            while (!farewells.isEmpty()) {
                farewells.pop().run();
            }
            Files.deleteIfExists(data.servicesFile());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            data.close();
        }
    }
}
