import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;

/** Executes the statements of a file, one a line, through pgjdbc, and prints the result of each on a line. */
public final class Statements {
    public static void main(String[] arguments) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + arguments[0] + "/dev?user=awsuser&sslmode=disable&prepareThreshold=-1")) {
            // whatever the locale says
            System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
            for (var line : Files.readAllLines(Path.of(arguments[1]))) {
                try (var statement = connection.createStatement()) {
                    System.out.println(statement.execute(line) ? rows(statement.getResultSet()) : "done");
                } catch (SQLException error) {
                    System.out.println("error " + error.getSQLState());
                }
            }
        }
    }

    private static String rows(ResultSet result) throws SQLException {
        var rows = new ArrayList<String>();
        while (result.next()) {
            var cells = new ArrayList<String>();
            for (var column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                cells.add(cell(result, column));
            }
            rows.add(String.join("|", cells));
        }
        return String.join(" / ", rows);
    }

    private static String cell(ResultSet result, int column) throws SQLException {
        var value = result.getObject(column);
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            return String.format(Locale.ROOT, "%.11e", ((Number) value).doubleValue());
        }
        return value == null ? "null" : value instanceof Boolean ? value.toString() : result.getString(column);
    }
}
