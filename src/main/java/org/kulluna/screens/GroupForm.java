package org.kulluna.screens;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of screens as typed. {@code id} is made by the client: sent again, it makes no second one. {@code unit} is asked
 * for once; {@code version} is of the group as read.
 */
public record GroupForm(
        @Nullable String id,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameAr,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameEn,

        @Nullable String unit,

        @Size(max = 500, message = "too-long") @Nullable List<@Nullable String> screens,

        @Nullable String version) {
    static GroupForm of(ScreenGroup g) {
        return new GroupForm(
                null,
                g.name().ar(),
                g.name().en(),
                g.unit(),
                g.screens().stream().<@Nullable String>map(s -> s.toString()).toList(),
                String.valueOf(g.version()));
    }

    public boolean has(String screen) {
        return screens != null && screens.contains(screen);
    }
}
