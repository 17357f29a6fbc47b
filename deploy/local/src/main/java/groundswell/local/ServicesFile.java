package groundswell.local;

import groundswell.stack.LocalKafka;
import groundswell.stack.LocalPostgres;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Collection;

/** {@code services.json}: what runs where, for measurements and fault runs. Written anew whenever a process starts. */
record ServicesFile(Path file, int gatewayPort, LocalPostgres postgres, LocalKafka kafka) {
    void write(Collection<ServiceProcess> processes) {
        var services = new JsonObject();
        for (var process : processes) {
            services.put(
                    process.service().fullName(),
                    new JsonObject()
                            .put("pid", process.pid())
                            .put("port", process.port())
                            .put("url", "http://127.0.0.1:" + process.port())
                            .put("jdbcUrl", postgres.jdbcUrl(process.service().database())));
        }
        var whole = new JsonObject()
                .put(
                        "launcher",
                        new JsonObject().put("pid", ProcessHandle.current().pid()))
                .put("gateway", new JsonObject().put("url", "http://localhost:" + gatewayPort))
                .put(
                        "postgres",
                        new JsonObject()
                                .put("pid", postgres.pid())
                                .put("port", postgres.port())
                                .put("user", postgres.user())
                                .put("password", postgres.password()))
                .put("kafka", new JsonObject().put("bootstrapServers", kafka.bootstrapServers()))
                .put("services", services);
        PrivateFiles.write(file, whole.encodePrettily() + "\n");
    }
}
