package groundswell.stack;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Keys made up for one test run: none is ever written down. Values are PEM, and Base64 for the key-encryption key. */
record TestKeys(String publicKey, String privateKey, String keyEncryptionKey) {
    static TestKeys create() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var kek = new byte[32];
            new SecureRandom().nextBytes(kek);
            return new TestKeys(
                    pem("PUBLIC KEY", pair.getPublic().getEncoded()),
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
                    Base64.getEncoder().encodeToString(kek));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] key) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----"
                .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key), what);
    }
}
