package org.kulluna.volunteering;

/** An opportunity as everybody may see it: its next shift and how many more there are. */
public record PublicCard(Opportunity opportunity, Shift next, int shifts, int seatsLeft) {}
