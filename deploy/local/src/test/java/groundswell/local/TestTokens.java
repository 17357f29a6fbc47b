package groundswell.local;

import java.nio.file.Path;

/** Tokens signed with a key made for the test. */
public final class TestTokens {
    public static Tokens in(Path folder) {
        return new Tokens(Keys.in(folder).privateKey());
    }

    private TestTokens() {}
}
