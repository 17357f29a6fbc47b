package groundswell.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The house's secrets, made at its first start and kept with its data: the key pair that signs tokens, and the
 * key-encryption key without which no sealed text of that data can ever be read again.
 */
record Keys(Path publicKey, PrivateKey privateKey, String keyEncryptionKey) {
    private static final int RSA_BITS = 2048;
    private static final int KEK_BYTES = 32;

    static Keys in(Path folder) {
        var publicKey = folder.resolve("token-public.pem");
        var privateKey = folder.resolve("token-private.pem");
        var kek = folder.resolve("seal.kek");
        try {
            if (!Files.exists(kek)) PrivateFiles.write(kek, newKek());
            if (!Files.exists(publicKey)) newPair(publicKey, privateKey);
            return new Keys(publicKey, read(privateKey), Files.readString(kek).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys in " + folder + " cannot be used", e);
        }
    }

    private static String newKek() {
        var bytes = new byte[KEK_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void newPair(Path publicKey, Path privateKey) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RSA_BITS);
        var pair = generator.generateKeyPair();
        PrivateFiles.write(privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        PrivateFiles.write(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    private static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
        var lines = Files.readAllLines(file).stream().filter(line -> !line.startsWith("-----"));
        var encoded = Base64.getDecoder().decode(String.join("", lines.toList()));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static String pem(String what, byte[] key) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what);
    }
}
