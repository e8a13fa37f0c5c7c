package org.kulluna.statistics;

/** So many people stand so with a whisper on that channel, now. The states of a channel add up to everybody meant. */
public record StateCount(String channel, String state, String reason, long people) {}
