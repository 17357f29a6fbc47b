package groundswell.local.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** A person at one of the customers of Wendolo. All are invented, and so are their companies. */
record Customer(String first, String last, Account account) {
    /** A company that pays for Wendolo, or uses it for free. */
    record Account(String id, String name, String plan, String size, String industry, boolean big, String region) {
        String domain() {
            return plain(name).replaceAll("[^a-z]+", "-") + ".example";
        }
    }

    String name() {
        return first + " " + last;
    }

    String email() {
        return plain(first) + "." + plain(last) + "@" + account.domain();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Sixty companies with two to ten people each; the larger ones write more often, a few people most of all. */
    static List<Customer> all() {
        var random = new Random(4821);
        var regions = regions();
        var customers = new ArrayList<Customer>();
        int number = 100;
        for (var line : Blocks.lines("accounts.txt")) {
            var cells = line.split(" \\| ");
            var account = new Account(
                    "acc-" + (number += 7), cells[0], cells[1], cells[2], cells[3], cells[4].equals("yes"), cells[5]);
            int people = account.big() ? 9 : account.plan().equals("Free") ? 2 : 3 + random.nextInt(3);
            var names = Objects.requireNonNull(regions.get(account.region()));
            for (int i = 0; i < people; i++) {
                customers.add(new Customer(
                        Blocks.pick(names.getFirst(), random), Blocks.pick(names.getLast(), random), account));
            }
        }
        return customers.stream().distinct().toList();
    }

    private static Map<String, List<List<String>>> regions() {
        var regions = new HashMap<String, List<List<String>>>();
        for (var line : Blocks.lines("names.txt")) {
            var cells = line.split(" \\| ");
            regions.put(cells[0], List.of(List.of(cells[1].split(" ")), List.of(cells[2].split(" "))));
        }
        return regions;
    }
}
