package org.kulluna.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the daily work of the house run. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Schedule {}
