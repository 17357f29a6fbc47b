package groundswell.language.redaction;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as the patterns see it: without accents, invisible characters and typographic quotes and dashes, so that
 * {@code José}, {@code Jose} and a name with a zero-width space inside are one. Remembers where each character came from.
 */
record Folded(String text, int[] origin) {
    static Folded of(String original) {
        var text = new StringBuilder(original.length());
        var origin = new int[original.length() + 1];
        int place = 0;
        for (int i = 0; i < original.length(); place++) {
            int c = original.codePointAt(i);
            i += Character.charCount(c);
            String plain = fold(c);
            int from = text.length();
            text.append(plain);
            if (text.length() >= origin.length) {
                origin = Arrays.copyOf(origin, text.length() * 2);
            }
            Arrays.fill(origin, from, text.length(), place);
        }
        if (text.length() >= origin.length) {
            origin = Arrays.copyOf(origin, text.length() + 1);
        }
        origin[text.length()] = place;
        return new Folded(text.toString(), origin);
    }

    /** The folded form of a word that is to be found in folded texts. */
    static String fold(String word) {
        return of(word).text();
    }

    Span span(int from, int to, SpanType type) {
        return new Span(origin[from], Math.max(origin[to - 1] + 1, origin[to]), type);
    }

    private static String fold(int c) {
        if (c < 128) {
            return Character.toString(c);
        }
        return switch (c) {
            case 'ł' -> "l";
            case 'Ł' -> "L";
            case 'ø' -> "o";
            case 'Ø' -> "O";
            case 'đ' -> "d";
            case 'Đ' -> "D";
            case 'ı' -> "i";
            case 'æ' -> "ae";
            case 'Æ' -> "Ae";
            case 'œ' -> "oe";
            case 'ß' -> "ss";
            case '‘', '’', '‛', '′', 'ʼ' -> "'";
            case '“', '”', '„', '«', '»' -> "\"";
            default -> decomposed(c);
        };
    }

    private static String decomposed(int c) {
        var plain = new StringBuilder();
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .codePoints()
                .forEach(part -> {
                    switch (Character.getType(part)) {
                        case Character.NON_SPACING_MARK, Character.FORMAT -> {}
                        case Character.DASH_PUNCTUATION -> plain.append('-');
                        case Character.SPACE_SEPARATOR -> plain.append(' ');
                        default -> plain.appendCodePoint(LookAlikes.latin(part));
                    }
                });
        return plain.toString();
    }
}
