package groundswell.routing.reading;

import groundswell.journal.SqlFailure;
import groundswell.language.Embedder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Embeds the taxonomy's phrasings once for all replicas and starts. Processors differ in the last bits of a vector; as
 * all learn from the same ones, they learn the same model. For phrasings only: customers' texts are never kept here.
 */
final class RememberedVectors implements Embedder {
    private final Embedder embedder;
    private final DataSource database;
    private final Map<String, float[]> known = new ConcurrentHashMap<>();

    RememberedVectors(Embedder embedder, DataSource database) {
        this.embedder = embedder;
        this.database = database;
        read();
    }

    @Override
    public String model() {
        return embedder.model();
    }

    @Override
    public float[] embed(String text) {
        return known.computeIfAbsent(digest(text), digest -> remember(digest, embedder.embed(text)));
    }

    private void read() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select digest, vector from phrasing_vector where model = ?")) {
            query.setString(1, model());
            try (var row = query.executeQuery()) {
                while (row.next()) known.put(row.getString(1), floats(row.getBytes(2)));
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The phrasings' vectors could not be read");
        }
    }

    /** The one that was first counts, whichever replica had it. */
    private float[] remember(String digest, float[] vector) {
        var sql = "insert into phrasing_vector (model, digest, vector) values (?, ?, ?)"
                + " on conflict (model, digest) do update set model = excluded.model returning vector";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setString(1, model());
            insert.setString(2, digest);
            insert.setBytes(3, bytes(vector));
            try (var row = insert.executeQuery()) {
                row.next();
                return floats(row.getBytes(1));
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A phrasing's vector could not be kept");
        }
    }

    private static byte[] bytes(float[] vector) {
        var bytes = ByteBuffer.allocate(4 * vector.length);
        for (float value : vector) bytes.putFloat(value);
        return bytes.array();
    }

    private static float[] floats(byte[] bytes) {
        var vector = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
