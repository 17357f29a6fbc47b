package groundswell.language.redaction;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Letters of other scripts that look like Latin ones, and digits of other scripts: "jоhn" with a Cyrillic о is "john". */
final class LookAlikes {
    private static final String OTHERS = "аеорсухіјѕһԁԛԝвкмнтАВЕКМНОРСТУХІЈЅԚԜαεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧɑɡℓ";
    private static final String LATIN = "aeopcyxijshdqwbkmhtABEKMHOPCTYXIJSQWaeiknoptuxABEZHIKMNOPTYXagl";

    private static final Map<Integer, Integer> LETTERS = IntStream.range(0, OTHERS.length())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(i -> (int) OTHERS.charAt(i), i -> (int) LATIN.charAt(i)));

    static int latin(int c) {
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                ? '0' + Character.digit(c, 10)
                : LETTERS.getOrDefault(c, c);
    }

    private LookAlikes() {}
}
