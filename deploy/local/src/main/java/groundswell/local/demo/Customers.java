package groundswell.local.demo;

import groundswell.local.demo.Customer.Account;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What Wendolo's customer system knows: its accounts, a few of which have left, and how many customers there are. */
final class Customers {
    private static final String JSON = "application/json";

    /** Most customers never write. */
    private static final int ACTIVE = 1_840, MORE_EACH_WEEK = 12;

    /** One in so many left this month. */
    private static final int LEFT = 12;

    static void tell(Api api) throws IOException, InterruptedException {
        var today = LocalDate.now(ZoneOffset.UTC);
        for (int week = 0; week < 5; week++) {
            api.put(
                    "integrator",
                    "/api/customers/" + today.minusWeeks(week),
                    JSON,
                    new JsonObject()
                            .put("active", ACTIVE - week * MORE_EACH_WEEK)
                            .encode());
        }
        var accounts = Customer.all().stream().map(Customer::account).distinct().toList();
        for (int i = 0; i < accounts.size(); i++) {
            var account = accounts.get(i);
            var told = told(account);
            if (i % LEFT == LEFT - 1) {
                told.put("churnedAt", today.minusDays(1 + i % 7) + "T00:00:00Z");
            }
            api.put("integrator", "/api/accounts/" + account.id(), JSON, told.encode());
        }
    }

    private static JsonObject told(Account account) {
        return new JsonObject()
                .put("plan", account.plan())
                .put("size", account.size())
                .put("industry", account.industry())
                .put("bigCustomer", account.big())
                .put("cohorts", new JsonArray(List.of(account.region())));
    }

    private Customers() {}
}
