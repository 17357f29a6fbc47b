package groundswell.bench.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Letters of some sixty words, each another: what customers ask for, between what they tell around it. */
final class Letters {
    private static final List<String> OPENINGS = List.of(
            "Good morning, I have been a customer of yours for a good while and was always content.",
            "Hello, my colleague told me to write to you as nobody picks up the phone here.",
            "Hi there, hope you can help, this has kept me busy all afternoon.",
            "To whom it may concern, I write to you on behalf of our small office.",
            "Hey, quick one before I leave for the weekend.",
            "Dear team, first of all thanks for the friendly answer the other day.");
    private static final List<String> POINTS = List.of(
            "The export of our monthly figures stops half way and leaves an empty file behind",
            "You have taken the amount for March two times from our account",
            "Since the update the app closes as soon as I open a larger project",
            "I would like to add seven seats to our plan from the first of the month on",
            "How can I share a single folder with somebody outside without showing the rest",
            "We need the invoice with our new tax number on it",
            "The connection to our calendar no longer carries changes over",
            "Please delete all personal data that you hold about my late husband",
            "It would help us a lot if comments could be pinned to the top",
            "Pages take half a minute to load whenever more than five of us are in");
    private static final List<String> DETAILS = List.of(
            "It began on Tuesday, shortly after lunch, and has happened again every day since then.",
            "I tried another browser and another computer, and even asked my daughter, without any luck.",
            "Two of us see the same, the third does not, which makes it all the stranger.",
            "We had planned to show the result to our board next week, so it is rather pressing.",
            "A screenshot would be easy to add if that is of any use to you.",
            "In the old version this was no trouble at all, as far as I remember.");
    private static final List<String> ENDS = List.of(
            "Many thanks in advance for looking into it.",
            "Please let me know what you need from my side.",
            "I am in the office until five if you would rather call.",
            "Waiting for your reply, kind regards.");

    static String body(int number) {
        var random = new Random(number);
        var details = new ArrayList<>(DETAILS);
        Collections.shuffle(details, random);
        return String.join(
                " ",
                one(OPENINGS, random),
                one(POINTS, random) + ", case " + number + ".",
                details.get(0),
                details.get(1),
                one(ENDS, random));
    }

    static String subject(int number) {
        return "Question no. " + number;
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private Letters() {}
}
