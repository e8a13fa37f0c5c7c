package org.kulluna.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Counts the statements the house prepares for requests and for the test itself, not those of its own steady work: for tests that a page asks the database a handful of times,
 * however long its list. Use: {@code long asked = QueryCounter.during(() -> visitor.open("/..."))}.
 */
@Component
public class QueryCounter implements BeanPostProcessor {
    private static final AtomicLong PREPARED = new AtomicLong();
    private static volatile @Nullable Thread counting;

    public static long during(Runnable work) {
        long before = PREPARED.get();
        counting = Thread.currentThread();
        try {
            work.run();
        } finally {
            counting = null;
        }
        return PREPARED.get() - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? counting(DataSource.class, source) : bean;
    }

    private static <T> T counting(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> call(target, method, args)));
    }

    private static boolean isAsked() {
        return RequestContextHolder.getRequestAttributes() != null || Thread.currentThread() == counting;
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        if (method.getName().equals("prepareStatement") && isAsked()) {
            PREPARED.incrementAndGet();
        }
        try {
            Object answer = method.invoke(target, args);
            return answer instanceof Connection c && target instanceof DataSource
                    ? counting(Connection.class, c)
                    : answer;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
