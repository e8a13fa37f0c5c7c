package org.kulluna.shared;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only place that may ask the time, and the programme's own zone. */
@Configuration(proxyBeanMethods = false)
public class Time {
    /** Asia/Dubai: +04:00, no daylight saving. A shift has a zone of its own. */
    public static final ZoneId PROGRAMME_ZONE = ZoneId.of("Asia/Dubai");

    @Bean
    Clock clock() {
        return Clock.system(PROGRAMME_ZONE);
    }
}
