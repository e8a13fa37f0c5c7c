package org.kulluna.volunteering;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param version of what is called off, as it was read
 * @param reason said to those who held a place; may be empty
 */
public record ReasonForm(
        @Nullable String version,
        @Size(max = 500, message = "too-long") @Nullable String reason) {}
