package org.kulluna.imports;

import java.lang.reflect.Method;
import org.springframework.context.ApplicationContext;

/** Units and places are kept in memory for a minute; a test that has just made some cannot wait for it. */
final class ImportCaches {
    private ImportCaches() {}

    static void forget(ApplicationContext context) {
        for (String name : new String[] {"org.kulluna.units.UnitRows", "org.kulluna.places.PlaceRows"}) {
            try {
                Class<?> rows = Class.forName(name);
                Method forget = rows.getDeclaredMethod("forget");
                forget.setAccessible(true);
                forget.invoke(context.getBean(rows));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
