package groundswell.ticket.imports;

import groundswell.journal.SqlFailure;
import groundswell.journal.seal.Kek;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Holds a received file in the database until it is worked off, so that any server can go on with it. It lies there in
 * chunks under AES-256-GCM (key derived from the key-encryption key; bound to import and place), and never in memory whole.
 */
@ApplicationScoped
public class Spool {
    private static final int CHUNK = 256 * 1024;
    private static final int NONCE = 12;

    private final DataSource database;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Spool(DataSource database, Kek kek) {
        this.database = database;
        this.key = new SecretKeySpec(kek.derive("import-spool"), "AES");
    }

    /** @return how many bytes there were */
    long store(UUID id, InputStream file) throws IOException {
        long bytes = 0;
        var chunk = file.readNBytes(CHUNK);
        for (int seq = 0; chunk.length > 0; seq++) {
            insert(id, seq, seal(id, seq, chunk));
            bytes += chunk.length;
            chunk = file.readNBytes(CHUNK);
        }
        return bytes;
    }

    InputStream open(UUID id) {
        return new SequenceInputStream(new Enumeration<InputStream>() {
            private int seq;
            private byte @Nullable [] next = chunk(id, 0);

            @Override
            public boolean hasMoreElements() {
                return next != null;
            }

            @Override
            public InputStream nextElement() {
                if (next == null) {
                    throw new NoSuchElementException();
                }
                var chunk = new ByteArrayInputStream(next);
                next = chunk(id, ++seq);
                return chunk;
            }
        });
    }

    private void insert(UUID id, int seq, byte[] box) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into import_chunk values (?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setInt(2, seq);
            insert.setBytes(3, box);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    private byte @Nullable [] chunk(UUID id, int seq) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement("select box from import_chunk where import_id = ? and seq = ?")) {
            query.setObject(1, id);
            query.setInt(2, seq);
            try (var row = query.executeQuery()) {
                return row.next() ? unseal(id, seq, row.getBytes(1)) : null;
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    private byte[] seal(UUID id, int seq, byte[] plain) {
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, id, seq);
            var box = ByteBuffer.allocate(NONCE + cipher.getOutputSize(plain.length))
                    .put(nonce);
            return box.put(cipher.doFinal(plain)).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A chunk cannot be encrypted", e);
        }
    }

    private byte[] unseal(UUID id, int seq, byte[] box) {
        try {
            var nonce = java.util.Arrays.copyOf(box, NONCE);
            return cipher(Cipher.DECRYPT_MODE, nonce, id, seq).doFinal(box, NONCE, box.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A chunk cannot be decrypted: was the key-encryption key changed?", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID id, int seq) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD((id + "/" + seq).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return cipher;
    }
}
