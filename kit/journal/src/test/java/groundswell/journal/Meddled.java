package groundswell.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Real JDBC objects with a test's hand in between: an answer that is lost, or something that happens at a bad moment. */
public final class Meddled {
    /** What would happen without the test. */
    public interface Real {
        @Nullable
        Object proceed() throws Throwable;
    }

    public interface Hand {
        @Nullable
        Object call(String method, Object[] arguments, Real real) throws Throwable;
    }

    /** A data source whose prepared statements go through {@code hand}. */
    public static DataSource statements(DataSource database, Hand hand) {
        return connections(database, (_, _, real) -> {
            var result = real.proceed();
            return result instanceof PreparedStatement statement
                    ? of(PreparedStatement.class, statement, hand)
                    : result;
        });
    }

    /** A data source whose connections go through {@code hand}. */
    static DataSource connections(DataSource database, Hand hand) {
        return of(DataSource.class, database, (_, _, real) -> {
            var result = real.proceed();
            return result instanceof Connection connection ? of(Connection.class, connection, hand) : result;
        });
    }

    static <T> T of(Class<T> type, T object, Hand hand) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    var given = arguments == null ? new Object[0] : arguments;
                    return hand.call(method.getName(), given, () -> {
                        try {
                            return method.invoke(object, given);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
                }));
    }

    private Meddled() {}
}
