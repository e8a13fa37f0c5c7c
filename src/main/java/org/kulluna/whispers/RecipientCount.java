package org.kulluna.whispers;

/** So many people stand so on that channel. */
public record RecipientCount(String channel, String state, String reason, long people) {}
