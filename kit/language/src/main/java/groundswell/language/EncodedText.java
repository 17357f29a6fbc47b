package groundswell.language;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a classifier sees of a text: the embedding and the terms. It can be kept instead of the text to learn from again;
 * sealed like the text itself, because something of the words can be guessed from it.
 */
public record EncodedText(float[] vector, Terms terms) {
    private static final byte FORMAT = 1;

    public static EncodedText of(String text, Embedder embedder) {
        return new EncodedText(embedder.embed(text), Terms.of(text));
    }

    /** Format 1, big-endian: format, dimensions, the vector's floats, number of terms, their ids, their counts. */
    public byte[] toBytes() {
        var bytes = ByteBuffer.allocate(1 + 4 + 4 * vector.length + 4 + 8 * terms.ids.length);
        bytes.put(FORMAT).putInt(vector.length);
        for (float value : vector) bytes.putFloat(value);
        bytes.putInt(terms.ids.length);
        for (int id : terms.ids) bytes.putInt(id);
        for (int count : terms.counts) bytes.putInt(count);
        return bytes.array();
    }

    /** @throws IllegalArgumentException where the bytes are of another format, or cut off */
    public static EncodedText fromBytes(byte[] from) {
        var bytes = ByteBuffer.wrap(from);
        try {
            if (bytes.get() != FORMAT) throw new IllegalArgumentException("An encoded text of another format");
            var vector = new float[length(bytes, 4)];
            for (int i = 0; i < vector.length; i++) vector[i] = bytes.getFloat();
            var ids = new int[length(bytes, 8)];
            for (int i = 0; i < ids.length; i++) ids[i] = bytes.getInt();
            var counts = new int[ids.length];
            for (int i = 0; i < counts.length; i++) counts[i] = bytes.getInt();
            return new EncodedText(vector, new Terms(ids, counts));
        } catch (java.nio.BufferUnderflowException e) {
            throw new IllegalArgumentException("An encoded text that was cut off", e);
        }
    }

    private static int length(ByteBuffer bytes, int width) {
        int length = bytes.getInt();
        if (length < 0 || (long) length * width > bytes.remaining())
            throw new IllegalArgumentException("An encoded text that was cut off");
        return length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedText(var otherVector, var otherTerms)
                && Arrays.equals(vector, otherVector)
                && terms.equals(otherTerms);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(vector);
    }

    @Override
    public String toString() {
        return "EncodedText[" + vector.length + " dimensions, " + terms + "]";
    }
}
