package org.kulluna.whispers;

import java.util.UUID;

/** A picture as we keep it: re-encoded, at most 1600 pixels on its longer side, with nothing in it but pixels. */
public record Picture(UUID id, String mediaType, int width, int height) {
    /** With what it is made of. */
    public record File(Picture picture, byte[] bytes) {}

    public String path() {
        return "/whispers/pictures/" + id;
    }
}
