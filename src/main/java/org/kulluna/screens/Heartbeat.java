package org.kulluna.screens;

import java.time.Instant;

/**
 * The last word of a player.
 *
 * @param offsetMs what the house's clock is ahead of the player's
 * @param waiting plays that wait to be sent
 * @param showing what is on the wall, in a few words
 * @param connected whether the player hears of news at once
 * @param trouble what the player complains of, empty for nothing
 */
public record Heartbeat(
        Instant seenAt, String player, long offsetMs, int waiting, String showing, boolean connected, String trouble) {}
